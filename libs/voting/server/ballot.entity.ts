import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { BallotState } from '@uptake/voting/domain';

@Entity('ballot')
@Index('ballot_workshop', ['workshopId', 'createdAt'])
export class Ballot {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) workshopId: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) method: 'approval';
  @Column({ type: 'text' }) state: BallotState;
  @Column({ type: 'boolean' }) hiddenUntilClosed: boolean;
  @Column({ type: 'integer', default: 0 }) electors: number;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) openedAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) closedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
