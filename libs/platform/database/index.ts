export * from './data-source';
export * from './database.module';
export * from './migrations';
export * from './notifications';
export * from './save-revision';
export * from './transactions';
