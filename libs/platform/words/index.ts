export * from './date-in-words';
export * from './words';
