import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { SkipReason } from '@uptake/reminders/domain';

/** One reminder of one due date to one person: the ledger. Its key makes that nobody is reminded twice, however often somebody looks. */
@Entity('reminder')
@Unique('reminder_key', ['recipient', 'assignmentId', 'rule', 'dueVersion'])
@Index('reminder_found', ['foundAt', 'id'])
@Index('reminder_queued', { synchronize: false })
export class Reminder {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Index('reminder_assignment') @Column({ type: 'uuid' }) assignmentId: string;
  @Column({ type: 'uuid' }) recipient: string;
  @Column({ type: 'text' }) rule: string;
  @Column({ type: 'date' }) dueOn: string;
  @Column({ type: 'integer' }) dueVersion: number;
  @Column({ type: 'text' }) outcome: 'queued' | 'sent' | 'skipped' | 'failed';
  @Column({ type: 'text', nullable: true }) reason: SkipReason | FailReason | null;
  @Column({ type: 'timestamptz' }) foundAt: Date;
  /** Until then it is held: in the night and at weekends of the recipient, and when they had a mail that day. */
  @Column({ type: 'timestamptz' }) goesAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) settledAt: Date | null;
  @Column({ type: 'text', nullable: true }) messageId: string | null;
}

/** The mail server refused the address, or could not be reached for three days. */
export type FailReason = 'refused' | 'unreachable';
