const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
const node = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleNameMapper: { '^@uptake/api$': '<rootDir>/apps/api/src/index.ts', '^@uptake/(.*)$': '<rootDir>/libs/$1/index.ts' },
};
/** A start of the whole API takes a second alone, and many on a machine that does other things too. */
const testTimeout = 30_000;
const database = {
  testTimeout,
  globalSetup: '<rootDir>/tools/start/jest-database-setup.mjs',
  globalTeardown: '<rootDir>/tools/start/jest-database-teardown.mjs',
};
const webLayers = ['<rootDir>/libs/web/', '<rootDir>/libs/[a-z]+/web/', '<rootDir>/apps/web/'];

/** `unit` runs anywhere, `pg` and `api` need PostgreSQL, `web` a DOM, `inputs` the real documents, `scale` Redis. */
module.exports = {
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,tools}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(pg|scale)\\.spec\\.ts$', ...webLayers],
    },
    { ...node, ...database, displayName: 'pg', testMatch: ['<rootDir>/{libs,apps}/**/*.pg.spec.ts'] },
    { ...node, ...database, displayName: 'api', testMatch: ['<rootDir>/test/{api,attacks}/**/*.spec.ts'] },
    { ...node, ...database, displayName: 'scale', testMatch: ['<rootDir>/{libs,apps,test}/**/*.scale.spec.ts'] },
    { ...node, displayName: 'inputs', testMatch: ['<rootDir>/test/inputs/**/*.inputs.ts'] },
    {
      rootDir: __dirname,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testTimeout,
      testMatch: ['<rootDir>/apps/web/**/*.spec.ts', '<rootDir>/libs/web/**/*.spec.ts', '<rootDir>/libs/*/web/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/apps/web/src/test-setup.ts'],
      transform: {
        '^.+\\.(ts|mjs|js|html)$': [
          'jest-preset-angular',
          { tsconfig: '<rootDir>/apps/web/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
        ],
      },
      transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/|intl-messageformat/|@formatjs/))'],
      moduleFileExtensions: ['ts', 'mjs', 'js', 'html', 'json'],
      modulePathIgnorePatterns: ['<rootDir>/dist'],
      moduleNameMapper: { '^@uptake/(.*)$': '<rootDir>/libs/$1/index.ts' },
    },
  ],
};
