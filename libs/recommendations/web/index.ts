export * from './recommendations.routes';
