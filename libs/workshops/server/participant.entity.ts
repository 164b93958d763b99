import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Constituency, WorkshopPart } from '@uptake/workshops/contracts';

/** A seat in one workshop. Without an account it is a name on the list of those who were there. */
@Entity('participant')
@Unique('participant_workshop_id_account_id_key', ['workshopId', 'accountId'])
export class Participant {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) workshopId: string;
  @Index('participant_account') @Column({ type: 'uuid', nullable: true }) accountId: string | null;
  @Column({ type: 'text', nullable: true }) name: string | null;
  @Column({ type: 'text', nullable: true }) affiliation: string | null;
  @Column({ type: 'text' }) constituency: Constituency;
  @Column({ type: 'text' }) part: WorkshopPart;
  @Column({ type: 'timestamptz' }) joinedAt: Date;
}
