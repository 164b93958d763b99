import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Commitment, InstitutionKind } from '@uptake/institutions/contracts';

@Entity('institution')
@Index('institution_name', { synchronize: false })
export class Institution {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) kind: InstitutionKind;
  /** The body that it is a part of; one level. */
  @Index('institution_parent') @Column({ type: 'uuid', nullable: true }) parentId: string | null;
  /** Other names by which documents call it. */
  @Column({ type: 'text', array: true, default: '{}' }) aliases: string[];
  @Column({ type: 'text', default: '' }) description: string;
  @Column({ type: 'text', default: '' }) activities: string;
  @Column({ type: 'jsonb', default: [] }) commitments: Commitment[];
  @Column({ type: 'text', array: true, default: '{}' }) investments: string[];
  @Column({ type: 'text', array: true, default: '{}' }) countries: string[];
  @Column({ type: 'text', nullable: true }) website: string | null;
  @Column({ type: 'text', default: 'en' }) language: 'en' | 'fr' | 'nl' | 'es' | 'ar';
  @Column({ type: 'text', default: 'UTC' }) timeZone: string;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
