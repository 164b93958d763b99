import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A body that the document itself names; who really is responsible is said by assignments. */
@Entity('named_institution')
export class NamedInstitution {
  @PrimaryColumn({ type: 'uuid' }) recommendationId: string;
  @Index('named_institution_by') @PrimaryColumn({ type: 'uuid' }) institutionId: string;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'boolean', default: false }) coordinating: boolean;
}
