export * from './coalesced-states';
export * from './live.gateway';
export * from './live.module';
export * from './socket-adapter';
export * from './stream-access';
