export * from './clock';
export * from './config.module';
export * from './settings';
