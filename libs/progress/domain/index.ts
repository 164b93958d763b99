export * from './report-link';
export * from './report-status';
