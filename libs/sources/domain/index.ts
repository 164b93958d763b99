export * from './blocks';
export * from './outline';
export * from './outline-warning';
export { readText } from './read-text';
export { recognise } from './recognise';
export { parseReference, compareReferences, repairLookAlikes, type Reference } from './reference';
export { samePath } from './outline-tree';
export type { DocumentLanguage } from './words/vocabulary';
