import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A tag across sources. */
@Entity('recommendation_topic')
export class RecommendationTopic {
  @PrimaryColumn({ type: 'uuid' }) recommendationId: string;
  @Index('recommendation_topic_name') @PrimaryColumn({ type: 'text' }) topic: string;
}
