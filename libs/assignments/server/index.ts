export * from './assignment-facts';
export * from './assignment-record';
export * from './assignment.entity';
export * from './assignments';
export * from './assignments.module';
export * from './read-assignments';
