export * from './ballot-states';
export * from './cast-vote';
export * from './counts';
export * from './open-ballot';
export * from './results-by-constituency';
export * from './visibility';
