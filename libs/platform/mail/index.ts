export * from './letter';
export * from './mail.module';
export * from './mailer';
