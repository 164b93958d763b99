import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, isFree } from './ports.mjs';
import { StopWithSentence } from './sentence.mjs';

/**
 * Where the mailbox listens: the ports of last time where they are free, so that a bookmark keeps working.
 * @param {import('./data-directory.mjs').DataDirectory} directory
 * @param {number} port the product's own; the one after it is easy to remember
 * @returns {Promise<{ smtp: number, page: number }>}
 */
export async function mailboxPorts(directory, port) {
  const kept = directory.read('mailbox.json');
  const page = await freePort(kept ? [kept.page, port + 1] : [port + 1]);
  const smtp = kept && kept.smtp !== page && (await isFree(kept.smtp, '127.0.0.1')) ? kept.smtp : await freePort();
  directory.write('mailbox.json', { smtp, page });
  return { smtp, page };
}

/**
 * Every mail lands here and leaves this machine never: see docs/decisions/mailbox.md.
 * @param {import('./data-directory.mjs').DataDirectory} directory
 * @param {{ smtp: number, page: number }} ports
 * @returns {string[]} the command
 */
export function mailboxCommand(directory, { smtp, page }) {
  const mails = directory.at('mailbox');
  mkdirSync(mails, { recursive: true, mode: 0o700 });
  return [fileURLToPath(new URL('./mailbox-server.mjs', import.meta.url)), `${smtp}`, `${page}`, mails];
}

/**
 * @param {number} port
 * @throws {StopWithSentence} where nobody listens within 20 seconds
 */
export async function untilListening(port) {
  const until = performance.now() + 20_000;
  while (!(await accepts(port))) {
    if (performance.now() > until) throw new StopWithSentence('The mailbox did not start; see logs/mailbox.log in the data directory.');
    await sleep(25);
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
