import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { PeopleJobsModule } from '@uptake/people/server';
import { ActivityModule } from '@uptake/platform/activity';
import { type Clock, ConfigModule, type Settings } from '@uptake/platform/config';
import { DatabaseModule } from '@uptake/platform/database';
import { JobsModule, JobWorkerModule } from '@uptake/platform/jobs';
import { LoggingModule } from '@uptake/platform/logging';
import { MailModule } from '@uptake/platform/mail';
import { loadWords } from '@uptake/platform/words';
import { RemindersJobsModule } from '@uptake/reminders/server';
import { WorkshopsJobsModule } from '@uptake/workshops/server';

const house = [LoggingModule, DatabaseModule, ActivityModule, JobsModule, JobWorkerModule, MailModule];
const slices = [PeopleJobsModule, WorkshopsJobsModule, RemindersJobsModule];

/** Everything that is done later: mails, reminders. */
@Module({})
export class WorkerModule implements OnModuleInit {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return { module: WorkerModule, imports: [ConfigModule.with(settings, clock), ...house, ...slices] };
  }

  async onModuleInit(): Promise<void> {
    await loadWords();
  }
}
