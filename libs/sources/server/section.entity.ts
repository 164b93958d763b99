import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A heading of the document: a theme, or an objective and its goals. */
@Entity('section')
@Index('section_source', ['sourceId', 'level', 'position'])
export class Section {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) sourceId: string;
  @Index('section_parent') @Column({ type: 'uuid', nullable: true }) parentId: string | null;
  /** 0 is the outermost; `levels[level]` of the source is its name. */
  @Column({ type: 'integer' }) level: number;
  /** Among all sections of the source, in the order of the document, from 1. */
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'text', nullable: true }) code: string | null;
  @Column({ type: 'text' }) title: string;
}
