export * from './institution.entity';
export * from './institution-names';
export * from './institutions';
export * from './institutions.module';
