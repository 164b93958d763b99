import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { RoomRule } from '@uptake/workshops/domain';

@Entity('workshop')
@Unique('workshop_join_code_key', ['joinCode'])
@Index('workshop_source', ['sourceId'])
export class Workshop {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) kind: 'workshop' | 'focus_group' | 'signatory_event';
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) rule: RoomRule;
  @Column({ type: 'date' }) startsOn: string;
  @Column({ type: 'date' }) endsOn: string;
  @Column({ type: 'text' }) timeZone: string;
  @Column({ type: 'text', default: '' }) venue: string;
  @Column({ type: 'text', array: true, default: '{}' }) organisers: string[];
  @Column({ type: 'text', nullable: true }) funder: string | null;
  @Column({ type: 'text', array: true, default: '{}' }) countries: string[];
  @Column({ type: 'text', array: true, default: '{}' }) considerations: string[];
  @Column({ type: 'text', array: true, default: '{}' }) contributions: string[];
  @Column({ type: 'text' }) joinCode: string;
  @Column({ type: 'uuid', nullable: true }) sourceId: string | null;
  @Column({ type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
