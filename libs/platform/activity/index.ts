export * from './activity-log';
export * from './activity-tail';
export * from './activity.module';
