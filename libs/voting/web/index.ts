export * from './ballots/ballots';
export * from './recommendation-votes/recommendation-votes';
export * from './voting.routes';
