export * from './monitoring-instrument.entity';
export * from './named-institution.entity';
export * from './read-recommendation';
export * from './recommendation-edit.entity';
export * from './recommendation-topic.entity';
export * from './recommendation.entity';
export * from './recommendations';
export * from './recommendations.module';
