export * from './page/source-page';
export * from './sources.routes';
