import { isAbsolute, resolve } from 'node:path';
import { defineConfig } from 'rolldown';

const app = process.env.APP;
const ours = /^[./\0]|^@uptake\/|^@oxc-project\/runtime/;

/** One bundle an app: our own sources inside, packages outside. */
export default defineConfig({
  input: `apps/${app}/src/main.ts`,
  platform: 'node',
  tsconfig: resolve('tsconfig.server.json'),
  external: (id) => !ours.test(id) && !isAbsolute(id),
  output: { file: `dist/apps/${app}/main.mjs`, format: 'esm', sourcemap: true, keepNames: true, codeSplitting: false },
});
