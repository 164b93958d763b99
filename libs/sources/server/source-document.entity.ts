import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Outline } from '@uptake/sources/domain';

/** The document that a source was imported from last, and what was made of it: importing again is compared with this. */
@Entity('source_document')
export class SourceDocument {
  @PrimaryColumn({ type: 'uuid' }) sourceId: string;
  @Column({ type: 'text' }) name: string;
  @Index('source_document_sha256') @Column({ type: 'text' }) sha256: string;
  @Column({ type: 'text' }) text: string;
  /** As a person corrected it. Items that a later document left out are kept at its end, so that they are known when they come back. */
  @Column({ type: 'jsonb' }) outline: Outline;
  /** The reference of the recommendation that came of each item, in the order of the outline's items. */
  @Column({ type: 'text', array: true }) itemReferences: string[];
}
