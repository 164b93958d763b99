import { dirname, isAbsolute, join, resolve } from 'node:path';
import { defineConfig, rolldown } from 'rolldown';

const app = process.env.APP;
const ours = /^[./\0]|^@uptake\/|^@oxc-project\/runtime/;

const shared = {
  platform: 'node',
  tsconfig: resolve('tsconfig.server.json'),
  external: (id) => !ours.test(id) && !isAbsolute(id),
};
const output = { format: 'esm', sourcemap: true, keepNames: true, codeSplitting: false };

/** What runs in a thread of its own: a bundle beside the program that starts it. The CLI loads the sample through the API. */
const recogniser = 'libs/sources/server/recogniser/recogniser.thread.ts';
const threads = { api: { recogniser }, cli: { recogniser } };

/** @param {string} folder where the program stands, or whoever starts its threads looks for them */
export async function bundleThreads(folder, program = 'api') {
  for (const [name, input] of Object.entries(threads[program] ?? {})) {
    const bundle = await rolldown({ ...shared, input });
    await bundle.write({ ...output, file: join(folder, `${name}.mjs`) });
    await bundle.close();
  }
}

/** One bundle an app: our own sources inside, packages outside. The CLI is split, because its commands load their parts when called. */
export default defineConfig({
  ...shared,
  input: `apps/${app}/src/main.ts`,
  output: { ...output, codeSplitting: app === 'cli', dir: `dist/apps/${app}`, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
  plugins: [{ name: 'threads', writeBundle: ({ file, dir }) => bundleThreads(file ? dirname(file) : dir, app) }],
});
