export * from './api';
export * from './api-interceptor';
export * from './api-url';
export * from './last-value';
export * from './problem';
export * from './provide-api';
