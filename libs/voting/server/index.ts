export * from './voting.module';
