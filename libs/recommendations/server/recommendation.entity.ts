import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Lifecycle } from '@uptake/recommendations/domain';

/** One thing that somebody should do. The original text is written once, at the import, and never again. */
@Entity('recommendation')
@Unique('recommendation_source_id_reference_key', ['sourceId', 'reference'])
@Index('recommendation_source', ['sourceId', 'position'])
@Index('recommendation_words', { synchronize: false })
@Index('recommendation_alike', { synchronize: false })
export class Recommendation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) sourceId: string;
  @Index('recommendation_section') @Column({ type: 'uuid', nullable: true }) sectionId: string | null;
  @Column({ type: 'text' }) reference: string;
  @Column({ type: 'text', nullable: true }) code: string | null;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'text' }) originalText: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'text', array: true, default: '{}' }) footnotes: string[];
  @Column({ type: 'integer', nullable: true }) line: number | null;
  @Column({ type: 'integer', nullable: true }) lastLine: number | null;
  @Column({ type: 'text' }) lifecycle: Lifecycle;
  @Column({ type: 'timestamptz', nullable: true }) decidedAt: Date | null;
  /** The state that a withdrawal goes back to when it is undone. */
  @Column({ type: 'text', nullable: true }) withdrawnFrom: Lifecycle | null;
  @Column({ type: 'uuid', nullable: true }) mergedInto: string | null;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
