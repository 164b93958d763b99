export * from './visible-sources';
