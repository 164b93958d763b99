import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One edit of the text, kept for good: what it was, what it became, why. */
@Entity('recommendation_edit')
@Index('recommendation_edit_of', ['recommendationId', 'at'])
export class RecommendationEdit {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) recommendationId: string;
  @Column({ type: 'text' }) before: string;
  @Column({ type: 'text' }) after: string;
  @Column({ type: 'text', default: '' }) reason: string;
  @Column({ type: 'uuid', nullable: true }) editedBy: string | null;
  @Column({ type: 'timestamptz' }) at: Date;
}
