export * from './people.routes';
export * from './session/provide-session';
export * from './session/session';
export * from './session/signed-in.guard';
