export * from './edit/institution-form';
export * from './institutions.routes';
