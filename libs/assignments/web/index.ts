export * from './assign-named/assign-named';
export * from './responsible/responsible';
