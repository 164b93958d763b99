import { type DynamicModule, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ActivityFeedModule } from '@uptake/activity/server';
import { AssignmentsModule } from '@uptake/assignments/server';
import { InstitutionsModule } from '@uptake/institutions/server';
import { PeopleModule } from '@uptake/people/server';
import { ActivityModule } from '@uptake/platform/activity';
import { type Clock, ConfigModule, type Settings } from '@uptake/platform/config';
import { DatabaseModule } from '@uptake/platform/database';
import { HealthModule } from '@uptake/platform/health';
import { checkRoutes, HttpModule } from '@uptake/platform/http';
import { JobsModule } from '@uptake/platform/jobs';
import { LiveModule } from '@uptake/platform/live';
import { LoggingModule } from '@uptake/platform/logging';
import { loadWords } from '@uptake/platform/words';
import { ProgressModule } from '@uptake/progress/server';
import { ImportModule, RecommendationsModule } from '@uptake/recommendations/server';
import { RemindersModule } from '@uptake/reminders/server';
import { SourcesModule } from '@uptake/sources/server';
import { VotingModule } from '@uptake/voting/server';
import { WorkshopsModule } from '@uptake/workshops/server';

const house = [LoggingModule, DatabaseModule, ActivityModule, HttpModule, LiveModule, JobsModule, HealthModule];
const slices = [
  PeopleModule,
  ActivityFeedModule,
  InstitutionsModule,
  SourcesModule,
  WorkshopsModule,
  RecommendationsModule,
  ImportModule,
  VotingModule,
  AssignmentsModule,
  ProgressModule,
  RemindersModule,
];

/** Everything that answers HTTP and sockets. */
@Module({ providers: [MetadataScanner] })
export class ApiModule implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  static with(settings: Settings, clock?: Clock): DynamicModule {
    return { module: ApiModule, imports: [ConfigModule.with(settings, clock), ...house, ...slices] };
  }

  async onApplicationBootstrap(): Promise<void> {
    await loadWords();
    checkRoutes(this.discovery, this.scanner, this.reflector);
  }
}
