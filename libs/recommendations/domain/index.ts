export * from './axes';
export * from './changed-words';
export * from './deadline-standing';
export * from './decide';
export * from './edit-text';
export * from './list-status';
export * from './policies';
export * from './withdraw';
