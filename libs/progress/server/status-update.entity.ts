import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Implementation } from '@uptake/recommendations/domain';

/** What an institution reported at a moment. Never changed: whoever has more to say reports again. */
@Entity('status_update')
@Index('status_update_of', ['assignmentId', 'at'])
export class StatusUpdate {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) assignmentId: string;
  @Column({ type: 'uuid', nullable: true }) author: string | null;
  @Column({ type: 'text' }) implementation: Implementation;
  @Column({ type: 'text' }) done: string;
  @Column({ type: 'text', default: '' }) obstacles: string;
  @Column({ type: 'text', default: '' }) nextStep: string;
  /** The date that it answered, if it answered one. */
  @Column({ type: 'date', nullable: true }) dueOn: string | null;
  @Column({ type: 'timestamptz' }) at: Date;
}
