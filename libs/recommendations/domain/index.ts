export * from './axes';
