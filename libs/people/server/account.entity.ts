import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('account')
export class Account {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) kind: 'person' | 'guest';
  @Column({ type: 'citext', nullable: true, unique: true }) email: string | null;
  @Column({ type: 'text', nullable: true }) name: string | null;
  @Column({ type: 'text', default: 'en' }) language: 'en' | 'fr' | 'nl' | 'es' | 'ar';
  @Column({ type: 'text', default: 'UTC' }) timeZone: string;
  @Column({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) revision: number;
}
