import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Frequency } from '@uptake/assignments/domain';
import type { Implementation, Part, Response, Verification } from '@uptake/recommendations/domain';

/** One institution's part in one recommendation. Ended ones stay, for the record. */
@Entity('assignment')
@Index('assignment_one_lead', { synchronize: false })
@Index('assignment_one_part', { synchronize: false })
@Index('assignment_due', { synchronize: false })
@Index('assignment_institution', ['institutionId', 'dueOn'])
export class Assignment {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Index('assignment_recommendation') @Column({ type: 'uuid' }) recommendationId: string;
  @Index('assignment_source') @Column({ type: 'uuid' }) sourceId: string;
  @Column({ type: 'uuid' }) institutionId: string;
  @Column({ type: 'text' }) part: Part;
  @Column({ type: 'date', nullable: true }) dueOn: string | null;
  @Column({ type: 'integer', default: 1 }) dueVersion: number;
  @Column({ type: 'integer', nullable: true }) answeredVersion: number | null;
  @Column({ type: 'text' }) frequency: Frequency;
  @Column({ type: 'text' }) response: Response;
  @Column({ type: 'text', default: '' }) responseReason: string;
  @Column({ type: 'timestamptz', nullable: true }) respondedAt: Date | null;
  @Column({ type: 'text' }) implementation: Implementation;
  @Column({ type: 'timestamptz', nullable: true }) reportedAt: Date | null;
  @Column({ type: 'text' }) verification: Verification;
  @Column({ type: 'text', default: '' }) verificationReason: string;
  @Column({ type: 'timestamptz', nullable: true }) verificationAt: Date | null;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
