import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const BUNDLE = `import { bundleThreads } from './rolldown.config.mjs'; await bundleThreads(process.argv[1])`;

/** The bundles that run in threads, built as the product builds them, for an API that itself runs unbundled (`THREADS_ROOT`). */
export function builtThreads(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-threads-'));
  execFileSync(process.execPath, ['--input-type=module', '-e', BUNDLE, folder], { cwd: root });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
