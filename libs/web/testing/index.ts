export * from './all-words';
export * from './page-view';
export * from './provide-testing';
