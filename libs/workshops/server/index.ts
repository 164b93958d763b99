export * from './participant.entity';
export * from './workshop.entity';
export * from './workshops';
export * from './workshops.module';
