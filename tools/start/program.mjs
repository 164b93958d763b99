import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inClone } from './clone.mjs';
import { end, markOf } from './processes.mjs';

const preload = new URL('./end-with-supervisor.mjs', import.meta.url).href;
/** More ends than this within the window, and starting it again would only hide what is wrong. */
const mostRestarts = 5;
const window = 60_000;
const largestLog = 5 * 1024 * 1024;

/** One Node program of the product, started again when it ends without being asked to. */
export class Program {
  #ends = [];
  #stopping = false;
  #process;

  /**
   * @param {object} what
   * @param {string} what.name as people read it
   * @param {string[]} what.command script and arguments for Node
   * @param {NodeJS.ProcessEnv} what.env
   * @param {string} what.log file that takes stdout and stderr
   * @param {(line: string) => void} what.say
   * @param {() => void} what.onChange called when the process behind it is another one
   * @param {(sentence: string) => void} what.onGivenUp called when it ended too often
   */
  constructor(what) {
    Object.assign(this, what);
    keepLogSmall(this.log);
  }

  start() {
    const log = openSync(this.log, 'a', 0o600);
    this.#process = spawn(process.execPath, ['--import', preload, ...this.command], {
      cwd: inClone(),
      env: this.env,
      detached: true, // Ctrl-C in the terminal must reach the supervisor alone, which stops its programs in order
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.mark = markOf(this.#process.pid);
    this.#process.once('error', () => {}); // it also ends, and that is handled
    this.#process.once('exit', (code, signal) => this.#ended(signal ?? `exit ${code}`));
    this.onChange();
  }

  /** Asks it to end, and waits until it has. */
  async stop() {
    this.#stopping = true;
    await end(this.mark);
  }

  /** @returns {string} the end of its log */
  lastWords() {
    return readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  }

  async #ended(how) {
    if (this.#stopping) return;
    this.#ends = [...this.#ends.filter((at) => at > performance.now() - window), performance.now()];
    const count = this.#ends.length;
    if (count > mostRestarts) {
      this.onGivenUp(
        `The ${this.name} ended ${count} times within a minute (${how}). Its last words, from ${this.log}:\n${this.lastWords()}`,
      );
      return;
    }
    this.say(
      `The ${this.name} ended by itself (${how}) and is started again (${count} of ${mostRestarts} within a minute); see ${this.log}.`,
    );
    await sleep(100 * 2 ** count);
    if (!this.#stopping) this.start();
  }
}

function keepLogSmall(log) {
  try {
    if (statSync(log).size > largestLog) renameSync(log, `${log}.old`);
  } catch {
    // there is none yet
  }
}
