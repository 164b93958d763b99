export * from './account.entity';
export * from './current-actor';
export * from './device-of';
export * from './membership.entity';
export * from './people.module';
export * from './session-cookie';
export * from './sessions';
export * from './sign-in-links';
