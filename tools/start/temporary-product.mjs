import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { DataDirectory } from './data-directory.mjs';
import { freePort } from './ports.mjs';
import { Product } from './product.mjs';

/**
 * The whole product with the sample workspace, as `npm start` runs it, for tests: on free ports and with data that goes when it stops.
 * @param {NodeJS.ProcessEnv} [settings] more settings for its programs
 * @returns {Promise<{
 *   url: string, mailbox: string, links: { person: string, role: string, url: string }[], dataDirectory: string, stop(): Promise<void>
 * }>} `mailbox` is the address of its page; mails are read at `<mailbox>/api/email`
 */
export async function startTemporaryProduct(settings = {}) {
  await ensureBuilt((line) => console.log(line));
  Object.assign(process.env, settings);
  const directory = new DataDirectory(mkdtempSync(join(tmpdir(), 'uptake-product-')));
  const complain = (sentence) => console.error(sentence);
  const product = new Product({ directory, port: await freePort(), say: complain, onGivenUp: complain });
  const ready = await product.start();
  return {
    ...ready,
    dataDirectory: directory.path,
    async stop() {
      await product.stop();
      rmSync(directory.path, { recursive: true, force: true });
    },
  };
}
