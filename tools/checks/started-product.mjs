import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lives, markOf } from '../start/processes.mjs';

/** `npm start`, typed by a check: in its own process group, as in a terminal of its own. */
export class StartedProduct {
  output = '';

  /**
   * @param {object} where
   * @param {string} where.clone
   * @param {string} where.data
   * @param {number} where.port
   * @param {NodeJS.ProcessEnv} [where.env]
   * @param {{ uid?: number, gid?: number }} [where.user]
   */
  constructor({ clone, data, port, env = {}, user = {} }) {
    this.data = data;
    this.port = port;
    this.began = performance.now();
    this.process = spawn('npm', ['start'], {
      cwd: clone,
      env: { ...withoutNpm(process.env), ...env, PORT: String(port), UPTAKE_DATA_DIR: data },
      ...user,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (chunk) => (this.output += chunk));
    this.ended = new Promise((resolve) => this.process.once('close', (code) => resolve(code ?? 1)));
    this.process.once('exit', () => (this.hasEnded = true));
  }

  /** @param {number} patience milliseconds @returns {Promise<number>} seconds until /health/ready answered 200 and the addresses stood there */
  async ready(patience = 120_000) {
    while (!(this.output.includes('is ready at') && (await this.#answers()))) {
      if (this.hasEnded) throw new Error(`npm start ended: ${this.output}`);
      if (performance.now() - this.began > patience) throw new Error(`Not ready after ${patience / 1000} s: ${this.output}`);
      await sleep(50);
    }
    return (performance.now() - this.began) / 1000;
  }

  /** What Ctrl-C does: the terminal signals the whole group. @returns {Promise<number>} exit code */
  interrupt() {
    process.kill(-this.process.pid, 'SIGINT');
    return this.ended;
  }

  /** kill -9 of npm and the supervisor, and of nothing else. */
  async killSupervisor() {
    process.kill(-this.process.pid, 'SIGKILL');
    await this.ended;
  }

  /** @returns {import('../start/processes.mjs').ProcessMark[]} every program and the database, as their files name them */
  parts() {
    return [...Object.values(this.read('programs.json') ?? {}), this.database()].filter((mark) => lives(mark));
  }

  /** @returns {import('../start/processes.mjs').ProcessMark | undefined} */
  database() {
    const pidFile = join(this.cluster(), 'postmaster.pid');
    return existsSync(pidFile) ? markOf(Number.parseInt(readFileSync(pidFile, 'utf8'), 10)) : undefined;
  }

  /** @returns {string} the folder of the database */
  cluster() {
    return this.read('cluster-folder.json') ?? join(this.data, 'postgres');
  }

  /** @param {string} name */
  read(name) {
    const file = join(this.data, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }

  async #answers() {
    try {
      return (await fetch(`http://localhost:${this.port}/health/ready`)).status === 200;
    } catch {
      return false;
    }
  }
}

/** As if typed by a person: without what an npm around this check has set, and with the machine's own Node first. */
function withoutNpm(env) {
  const clean = Object.entries(env).filter(([name]) => !/^(npm_|UPTAKE_|NODE_OPTIONS$|DATABASE_URL$|SMTP_URL$|REDIS_URL$)/.test(name));
  const path = (env.PATH ?? '')
    .split(':')
    .filter((folder) => !/node_modules|node-gyp-bin/.test(folder) && folder !== dirname(process.execPath));
  return { ...Object.fromEntries(clean), PATH: path.join(':') };
}
