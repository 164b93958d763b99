export * from './follow-all';
export * from './follow-live';
export * from './live-news';
export * from './live-streams';
export * from './network';
