import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SourceKind } from '@uptake/sources/contracts';
import type { DocumentLanguage, SourceVisibility } from '@uptake/sources/domain';

@Entity('source')
export class Source {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) kind: SourceKind;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) language: DocumentLanguage;
  /** Begins the references of recommendations that have no code of their own: `RH26` in `RH26-07`. */
  @Column({ type: 'text' }) referencePrefix: string;
  /** The document's own names of its levels, outermost first; the last one names the recommendations. */
  @Column({ type: 'text', array: true }) levels: string[];
  @Column({ type: 'text' }) visibility: SourceVisibility;
  @Column({ type: 'text', default: 'UTC' }) timeZone: string;
  @Column({ type: 'boolean', default: false }) remindersPaused: boolean;
  @Column({ type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  /** When its import was undone. */
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
