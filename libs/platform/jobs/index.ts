export * from './handles';
export * from './job';
export * from './jobs';
export * from './jobs.module';
