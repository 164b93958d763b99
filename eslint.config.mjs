import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import { slices } from './tools/workspace/layout.mjs';

const layers = [
  ['kernel', ['kernel'], { bannedExternalImports: ['*'] }],
  ['languages', [], { bannedExternalImports: ['*'] }],
  ['domain', ['domain', 'kernel'], { bannedExternalImports: ['*'] }],
  ['contracts', ['contracts', 'domain', 'kernel'], { allowedExternalImports: ['zod'] }],
  ['platform', ['platform', 'kernel', 'languages', 'contracts'], { bannedExternalImports: ['@angular/*', '@ngrx/*'] }],
  ['server', ['server', 'platform', 'contracts', 'domain', 'kernel', 'languages'], { bannedExternalImports: ['@angular/*', '@ngrx/*'] }],
  [
    'web',
    ['web', 'web-part', 'contracts', 'domain', 'kernel', 'languages'],
    { bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis'] },
  ],
  [
    'web-part',
    ['web-part', 'contracts', 'kernel', 'languages'],
    { bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis'] },
  ],
  [
    'server-app',
    ['server', 'platform', 'contracts', 'domain', 'kernel', 'languages'],
    { bannedExternalImports: ['@angular/*', '@ngrx/*'] },
  ],
  [
    'cli-app',
    ['server-app', 'server', 'platform', 'contracts', 'domain', 'kernel', 'languages'],
    { bannedExternalImports: ['@angular/*', '@ngrx/*'] },
  ],
  ['web-app', ['web', 'web-part', 'contracts', 'domain', 'kernel', 'languages'], { bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'] }],
];

const layerRules = layers.map(([layer, may, packages]) => ({
  sourceTag: `layer:${layer}`,
  onlyDependOnLibsWithTags: may.map((other) => `layer:${other}`),
  ...packages,
}));
const sliceRules = slices.map((slice, rank) => ({
  sourceTag: `slice:${slice}`,
  onlyDependOnLibsWithTags: ['slice:none', ...slices.slice(0, rank + 1).map((earlier) => `slice:${earlier}`)],
}));

/** Nx counts an import in a spec file as one of its project, so whatever tests the screen parts seems to go round with them. */
const testedWith = ['web-http', 'web-i18n', 'web-live', 'web-ui'].map((part) => ['web-testing', part]);

/** @param {string[]} [allow] imports that no constraint touches */
const boundaries = (allow = []) => [
  'error',
  {
    allow,
    banTransitiveDependencies: false,
    ignoredCircularDependencies: testedWith,
    depConstraints: [...layerRules, ...sliceRules, { sourceTag: 'layer:workspace', onlyDependOnLibsWithTags: ['*'] }],
  },
];

/** Packages that one room keeps for all. */
const keepers = [
  { group: ['bullmq', '@nestjs/bullmq'], room: 'libs/platform/jobs', message: 'Only platform/jobs knows BullMQ.' },
  {
    group: ['socket.io', '@nestjs/websockets', '@nestjs/platform-socket.io'],
    room: 'libs/platform/live',
    message: 'Only platform/live knows sockets.',
  },
  { group: ['socket.io-client'], room: 'libs/web/live', message: 'Only web/live knows sockets.' },
];
const oneEntrance = {
  regex: '^@uptake/(kernel|languages|[^/]+/[^/]+)/.',
  message: 'A layer has one entrance: import @uptake/<slice>/<layer> and export there what others need.',
};
const noNode = { regex: `^(node:|(${builtinModules.join('|')})(/|$))`, message: 'This layer runs in the browser too: no Node.' };

/** ESLint lets the last matching settings of a rule win whole, so each room gets its full list. */
function restricted(room, ...more) {
  const kept = keepers.filter((keeper) => keeper.room !== room).map(({ group, message }) => ({ group, message }));
  return { 'no-restricted-imports': ['error', { patterns: [oneEntrance, ...kept, ...more] }] };
}

const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time as a parameter, or from Clock.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the time as a parameter, or from Clock.' },
];
const noChance = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'A rule gives the same answer twice.',
};

export default [
  { ignores: ['**/dist', '**/node_modules', '**/.nx', '**/.angular', '.uptake', 'tools/checks/fixtures/**', 'test-results'] },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  ...nx.configs['flat/angular'].map((config) => ({ ...config, files: ['apps/web/**/*.ts', 'libs/web/**/*.ts', 'libs/*/web/**/*.ts'] })),
  ...nx.configs['flat/angular-template'].map((config) => ({ ...config, files: ['**/*.html'] })),
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      ...restricted(),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }], // `() => {}` says "and nothing else"
    },
  },
  ...keepers.map(({ room }) => ({ files: [`${room}/**/*.ts`], rules: restricted(room) })),
  {
    files: ['libs/kernel/**/*.ts', 'libs/*/{domain,contracts,web}/**/*.ts', 'libs/web/{ui,http,i18n}/**/*.ts', 'apps/web/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: restricted(undefined, noNode),
  },
  {
    files: ['libs/kernel/**/*.ts', 'libs/*/{domain,contracts,server}/**/*.ts', 'libs/platform/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/config/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    files: ['libs/kernel/**/*.ts', 'libs/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock, noChance] },
  },
  {
    files: ['apps/cli/**/*.ts'], // it loads the sample through the API itself, and Nx knows no app that another may import
    rules: { '@nx/enforce-module-boundaries': boundaries(['@uptake/api']) },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'tools/**/*.mjs'],
    rules: { 'no-restricted-imports': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
];
