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
const kept = (except) => keepers.filter(({ room }) => room !== except).map(({ group, message }) => ({ group, message }));

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
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          banTransitiveDependencies: false,
          depConstraints: [...layerRules, ...sliceRules, { sourceTag: 'layer:workspace', onlyDependOnLibsWithTags: ['*'] }],
        },
      ],
      'no-restricted-imports': ['error', { patterns: kept() }],
    },
  },
  ...keepers.map(({ room }) => ({ files: [`${room}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns: kept(room) }] } })),
  {
    files: ['libs/kernel/**/*.ts', 'libs/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'Rules are pure: no Node.' }] }] },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'tools/**/*.mjs'],
    rules: { 'no-restricted-imports': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
];
