export * from './join-code/join-code';
export * from './join-code/qr-code';
export * from './participants/participants';
export * from './workshops.routes';
