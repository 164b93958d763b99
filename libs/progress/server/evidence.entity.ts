import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What stands behind a report: a link or a figure. */
@Entity('evidence')
@Index('evidence_of', ['statusUpdateId', 'position'])
export class Evidence {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) statusUpdateId: string;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'text' }) kind: 'link' | 'figure';
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text', nullable: true }) url: string | null;
  @Column({ type: 'text', nullable: true }) figure: string | null;
}
