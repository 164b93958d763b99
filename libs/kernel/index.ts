export * from './result';
export * from './assert-never';
export * from './transition-table';
export * from './local-time';
