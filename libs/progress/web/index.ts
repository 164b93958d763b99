export * from './progress.routes';
export * from './progress/progress';
