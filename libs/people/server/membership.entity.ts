import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '@uptake/people/domain';

/** A role held in the system, a source or an institution. Roles in a workshop are its participants' parts. */
@Entity('membership')
@Index('membership_scope', ['scopeId', 'role'])
export class Membership {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Index('membership_account') @Column({ type: 'uuid' }) accountId: string;
  @Column({ type: 'text' }) role: Role;
  @Column({ type: 'text' }) scope: 'system' | 'source' | 'institution';
  @Column({ type: 'uuid', nullable: true }) scopeId: string | null;
  @Column({ type: 'timestamptz' }) since: Date;
  @Column({ type: 'timestamptz', nullable: true }) until: Date | null;
}
