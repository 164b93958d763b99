import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * @param {number} port
 * @param {string} [host] all addresses of the machine where not given
 * @returns {Promise<boolean>}
 */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A free port on the loopback address, chosen at random below the range that systems use for outgoing connections, so that two products
 * that start at once rarely meet.
 * @param {number[]} [preferred] taken first where free
 * @returns {Promise<number>}
 */
export async function freePort(preferred = []) {
  for (const port of preferred) if (await isFree(port, '127.0.0.1')) return port;
  for (;;) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port, '127.0.0.1')) return port;
  }
}
