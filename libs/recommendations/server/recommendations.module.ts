import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { SignedIn } from '@uptake/people/server';
import { StreamAccess } from '@uptake/platform/live';
import { DecideRecommendation } from './decide-recommendation';
import { EditRecommendation } from './edit-recommendation';
import { ReadList } from './list/read-list';
import { MonitoringInstrument } from './monitoring-instrument.entity';
import { NamedInstitution } from './named-institution.entity';
import { OverviewController } from './overview/overview.controller';
import { ReadOverview } from './overview/read-overview';
import { ReadRecommendation } from './read-recommendation';
import { Recommendation } from './recommendation.entity';
import { RecommendationController } from './recommendation.controller';
import { RecommendationEdit } from './recommendation-edit.entity';
import { RecommendationTopic } from './recommendation-topic.entity';
import { Recommendations } from './recommendations';

const entities = [Recommendation, RecommendationEdit, RecommendationTopic, NamedInstitution, MonitoringInstrument];

/** The list, the page and the decisions, for the API. */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [RecommendationController, OverviewController],
  providers: [Recommendations, ReadList, ReadOverview, ReadRecommendation, EditRecommendation, DecideRecommendation],
  exports: [Recommendations, ReadRecommendation],
})
export class RecommendationsModule implements OnModuleInit {
  constructor(
    private readonly streams: StreamAccess,
    private readonly read: ReadRecommendation,
  ) {}

  onModuleInit(): void {
    this.streams.register('recommendation', (caller, id) => this.read.isVisible((caller as SignedIn).actor, id));
  }
}
