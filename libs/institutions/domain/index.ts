export * from './institution-names';
export * from './policies';
export * from './stand-under';
