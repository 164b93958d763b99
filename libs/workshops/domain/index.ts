export * from './constituency-counts';
export * from './policies';
export * from './room-rule';
