import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** How a line is measured, in the words of the document. */
@Entity('monitoring_instrument')
@Index('monitoring_instrument_of', ['recommendationId', 'position'])
export class MonitoringInstrument {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) recommendationId: string;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'text' }) title: string;
}
