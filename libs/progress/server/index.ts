export * from './evidence.entity';
export * from './progress.module';
export * from './report-token';
export * from './status-update.entity';
