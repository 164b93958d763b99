export * from './api';
export * from './api-interceptor';
export * from './api-url';
export * from './problem';
export * from './provide-api';
