export * from './activity-timeline';
export * from './fact-sentences';
