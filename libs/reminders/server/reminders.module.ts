import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '@uptake/platform/config';
import { Jobs } from '@uptake/platform/jobs';
import { SweepReminders } from '@uptake/reminders/contracts';
import { ReadComing } from './read-coming';
import { ReadLedger } from './read-ledger';
import { ReminderCandidates } from './reminder-candidates';
import { Reminder } from './reminder.entity';
import { RemindersController } from './reminders.controller';
import { RemindersToSend } from './reminders-to-send';
import { SendRemindersProcessor } from './send-reminders.processor';
import { SweepRemindersProcessor } from './sweep-reminders.processor';

/** What went out and what will, for the API. */
@Module({ imports: [TypeOrmModule.forFeature([Reminder])], controllers: [RemindersController], providers: [ReadLedger, ReadComing] })
export class RemindersModule {}

/** Finding what is due and sending it, for the worker. */
@Module({
  imports: [TypeOrmModule.forFeature([Reminder])],
  providers: [ReminderCandidates, RemindersToSend, SweepRemindersProcessor, SendRemindersProcessor],
})
export class RemindersJobsModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(this.settings.reminderSweepSeconds, SweepReminders, {});
  }
}
