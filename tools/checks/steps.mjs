import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inClone } from '../start/clone.mjs';
import { StopWithSentence } from '../start/sentence.mjs';
import { countJest, countLastLine, countOne, countPlaywright } from './counts.mjs';

/**
 * @typedef {object} Step
 * @property {string} name as it is typed after `npm test --`
 * @property {string} title
 * @property {'everyday' | 'inputs' | 'scale'} group `npm test` runs the everyday ones
 * @property {string[]} command arguments for Node
 * @property {(exitCode: number, result: string, output: string) => import('./counts.mjs').Count} count
 * @property {('programs' | 'database' | 'redis' | 'inputs')[]} [needs] what has to be there first
 * @property {boolean} [alone] it measures time or fills the machine, so nothing runs beside it
 * @property {(result: string) => NodeJS.ProcessEnv} [env]
 */

const bin = (...path) => inClone('node_modules', ...path);
const nx = (target) => [bin('nx', 'dist', 'bin', 'nx.js'), 'run', `uptake:${target}`, '--outputStyle=static'];
const script = (name) => [inClone('tools', 'checks', name)];

/**
 * @param {string} project
 * @param {string[]} [flags] of Node; Nest 12 is published as modules alone, which jest loads with this one
 * @returns {Pick<Step, 'command' | 'count'>}
 */
function jest(project, flags = ['--experimental-vm-modules']) {
  const command = [...flags, '--no-warnings', bin('jest', 'bin', 'jest.js'), '--selectProjects', project, '--json'];
  return { command: [...command, '--maxWorkers=50%', '--testTimeout=30000', '--outputFile', '{result}'], count: countJest };
}

/** @param {...string} more @returns {Pick<Step, 'command' | 'count' | 'env'>} */
function playwright(...more) {
  const command = [
    bin('@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    'test/journeys/playwright.config.ts',
    '--reporter=list,json',
    ...more,
  ];
  return { command, count: countPlaywright, env: (result) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: result }) };
}

/** In the order of the report; where two run at once, the long ones begin first. @type {Step[]} */
export const steps = [
  {
    name: 'format',
    title: 'Every file is formatted',
    group: 'everyday',
    command: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
    count: countOne,
  },
  {
    name: 'lockfile',
    title: 'The lock file holds every platform',
    group: 'everyday',
    command: script('lockfile.mjs'),
    count: countLastLine,
  },
  { name: 'lint', title: 'Lint', group: 'everyday', command: nx('lint'), count: countOne },
  {
    name: 'boundaries',
    title: 'Boundary rules catch what they should',
    group: 'everyday',
    command: script('boundaries.mjs'),
    count: countLastLine,
  },
  {
    name: 'styles',
    title: 'Style sheets: logical properties, tokens',
    group: 'everyday',
    command: script('styles.mjs'),
    count: countLastLine,
  },
  { name: 'build', title: 'All four programs are built', group: 'everyday', command: script('build.mjs'), count: countOne },
  { name: 'types', title: 'Types', group: 'everyday', command: nx('types'), count: countOne },
  { name: 'unit', title: 'Rules and units', group: 'everyday', ...jest('unit') },
  { name: 'web', title: 'Screen parts', group: 'everyday', ...jest('web', []) },
  { name: 'pg', title: 'PostgreSQL', group: 'everyday', needs: ['database'], ...jest('pg') },
  { name: 'api', title: 'API', group: 'everyday', needs: ['database'], ...jest('api') },
  { name: 'journeys', title: 'Journeys in the browser', group: 'everyday', needs: ['programs'], alone: true, ...playwright() },
  { name: 'documents', title: 'The real documents', group: 'inputs', needs: ['inputs', 'programs'], ...jest('inputs') },
  {
    name: 'document-journey',
    title: 'The journey of a real document',
    group: 'inputs',
    needs: ['inputs', 'programs'],
    alone: true,
    ...playwright('--grep', '@document', '--no-deps'),
  },
  { name: 'redis', title: 'With Redis', group: 'scale', needs: ['database', 'redis'], alone: true, ...jest('scale') },
];

/**
 * @param {string[]} names of steps or groups; the everyday ones where none is given
 * @returns {Step[]}
 * @throws {StopWithSentence} where a name is unknown
 */
export function select(names) {
  const wanted = names.length ? names : ['everyday'];
  const unknown = wanted.find((name) => !steps.some((step) => step.name === name || step.group === name));
  if (unknown) throw new StopWithSentence(`There is no step "${unknown}". Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  return steps.filter((step) => wanted.includes(step.name) || wanted.includes(step.group));
}

/** @returns {NodeJS.ProcessEnv} @throws {StopWithSentence} where the folder of the real documents is not named or not there */
export function inputsEnvironment() {
  const folder = process.env.UPTAKE_INPUTS;
  if (!folder) throw new StopWithSentence('UPTAKE_INPUTS is not set: it names the folder with the real documents.');
  if (!existsSync(resolve(folder))) throw new StopWithSentence(`UPTAKE_INPUTS is ${folder}, and there is no such folder.`);
  return { UPTAKE_INPUTS: resolve(folder) };
}
