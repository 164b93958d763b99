export * from './reminder.entity';
export * from './reminders.module';
