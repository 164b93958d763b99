import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../start/ports.mjs';
import { StopWithSentence } from '../start/sentence.mjs';

/**
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} the Redis that REDIS_URL names, else one of our own that keeps nothing
 * @throws {StopWithSentence} where there is none
 */
export async function startTestRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new StopWithSentence(
      'There is no Redis here. Install redis-server (Debian, Ubuntu: apt-get install redis-server), or set REDIS_URL.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'uptake-test-redis-'));
  const port = await freePort();
  const keepNothing = ['--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', ['--bind', '127.0.0.1', '--port', `${port}`, ...keepNothing], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await untilAnswering(port, server);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(port, server) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) break;
    if (await answers(port)) return;
    await sleep(50);
  }
  throw new StopWithSentence('redis-server was started for the tests and does not answer.');
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
