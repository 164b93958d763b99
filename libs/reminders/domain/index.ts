export * from './escalations';
export * from './mail-hours';
export * from './policies';
export * from './recheck';
export * from './recipients';
export * from './reminder-rules';
export * from './reminders-due';
