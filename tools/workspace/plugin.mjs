import { dirname } from 'node:path';
import { createNodesFromFiles } from '@nx/devkit';
import { place } from './layout.mjs';

/** Every entrance is a project: `libs/<slice>/<layer>/index.ts` and `apps/<app>/src/main.ts`; the rest belongs to the workspace. */
export const name = 'uptake-layout';
export const createNodesV2 = [
  '{libs/*/index.ts,libs/*/*/index.ts,apps/*/src/main.ts,nx.json}',
  (files, options, context) => createNodesFromFiles((file) => ({ projects: projectOf(file) }), files, options, context),
];

function projectOf(file) {
  if (file === 'nx.json') return { '.': workspace };
  const root = file.startsWith('apps/') ? file.split('/').slice(0, 2).join('/') : dirname(file);
  const { name, layer, slice } = place(root);
  return {
    [root]: {
      name,
      root,
      sourceRoot: root,
      projectType: root.startsWith('apps/') ? 'application' : 'library',
      tags: [`layer:${layer}`, `slice:${slice}`],
      targets: layer === 'server-app' || layer === 'cli-app' ? { build: bundle(name) } : {},
    },
  };
}

const everything = [
  '{workspaceRoot}/**/*.ts',
  '{workspaceRoot}/**/*.html',
  '{workspaceRoot}/*.json',
  '{workspaceRoot}/*.mjs',
  '{workspaceRoot}/*.cjs',
];

/** Server side, web side with its tests, journeys: each sees other globals. */
const typedRooms = ['tsconfig.server.json', 'apps/web/tsconfig.spec.json', 'test/journeys/tsconfig.json'];

const workspace = {
  name: 'uptake',
  root: '.',
  tags: ['layer:workspace', 'slice:none'],
  targets: {
    lint: command('eslint . --max-warnings 0', [...everything, '{workspaceRoot}/tools/**/*.mjs']),
    types: command(typedRooms.map((room) => `tsc --noEmit -p ${room}`).join(' && '), everything),
  },
};

function bundle(app) {
  return {
    executor: 'nx:run-commands',
    cache: true,
    inputs: ['sources', '^sources', '{workspaceRoot}/rolldown.config.mjs', '{workspaceRoot}/tsconfig.base.json'],
    outputs: [`{workspaceRoot}/dist/apps/${app}`],
    options: { command: 'rolldown -c rolldown.config.mjs', env: { APP: app } },
  };
}

function command(command, inputs) {
  return { executor: 'nx:run-commands', cache: true, inputs, options: { command } };
}
