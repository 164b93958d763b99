export { asAnswer } from './preview-document';
export * from './recogniser/recogniser';
export * from './section.entity';
export * from './source-document.entity';
export * from './source.entity';
export * from './sources';
export * from './sources.module';
export * from './visible-sources';
