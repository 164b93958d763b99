import { setTimeout as sleep } from 'node:timers/promises';
import { inClone } from './clone.mjs';
import { EmbeddedDatabase } from './embedded-database.mjs';
import { compileCache, productEnvironment } from './environment.mjs';
import { launchers } from './launcher.mjs';
import { takeLock } from './lock.mjs';
import { mailboxCommand, mailboxPorts, untilListening } from './mailbox.mjs';
import { isFree } from './ports.mjs';
import { isPrepared, prepare } from './prepare.mjs';
import { end, lives } from './processes.mjs';
import { Program } from './program.mjs';
import { StopWithSentence } from './sentence.mjs';

/** The running product: database, mailbox, API with the web pages, worker. One for each data directory. */
export class Product {
  #programs = [];
  #stopped;
  #lock;
  #database;
  #opening;
  #guard;

  /**
   * @param {object} what
   * @param {import('./data-directory.mjs').DataDirectory} what.directory
   * @param {number} what.port
   * @param {(line: string) => void} what.say
   * @param {(sentence: string) => void} what.onGivenUp called when a part ended too often to go on
   */
  constructor({ directory, port, say, onGivenUp }) {
    Object.assign(this, { directory, port, say, onGivenUp });
  }

  /**
   * @returns {Promise<{ url: string, mailbox?: string, links: { person: string, role: string, url: string }[] }>} once it answers
   * @throws {StopWithSentence} where it cannot start; whatever had started by then is stopped
   */
  async start() {
    this.directory.open();
    this.#lock = await this.#takeLock();
    try {
      await this.#endLeftBehind();
      await this.#refuseTakenPort();
      const [, mailbox] = await Promise.all([this.#startDatabase(), this.#startMailbox()]);
      const environment = (databaseUrl) => productEnvironment({ ...this, databaseUrl, smtpUrl: mailbox?.smtp });
      const [links] = await Promise.all([this.#serve(environment), mailbox && untilListening(mailbox.port)]);
      return { url: environment().PUBLIC_URL, mailbox: mailbox?.page, links };
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops all of it, in the order in which the parts need each other. Calling it again waits for the same stop. */
  stop() {
    return (this.#stopped ??= this.#stop());
  }

  async #stop() {
    clearInterval(this.#guard);
    const named = (name) => this.#programs.filter((program) => program.name === name);
    await Promise.all([...named('api'), ...named('worker')].map((program) => program.stop()));
    await Promise.all(named('mailbox').map((program) => program.stop()));
    await this.#opening?.catch(() => {}); // one that never came up need not be waited for
    await this.#database?.release();
    this.#lock?.release();
  }

  async #takeLock() {
    const note = { port: this.port, launchers };
    const path = this.directory.at('product.lock');
    const until = performance.now() + 15_000;
    for (;;) {
      const lock = takeLock(path, note);
      if (lock.taken) return lock;
      const isEnding = lock.owner.launchers.length > 0 && !lock.owner.launchers.every(lives);
      if (!isEnding || performance.now() > until) {
        throw new StopWithSentence(
          `Uptake already runs with this data directory, at http://localhost:${lock.owner.port} (process ${lock.owner.mark.pid}). ` +
            'Stop it with Ctrl-C where it was started, or set PORT and UPTAKE_DATA_DIR for a second one.',
        );
      }
      await sleep(100);
    }
  }

  /** Programs of a supervisor that was killed: they end by themselves, and those that did not are ended. */
  async #endLeftBehind() {
    const marks = Object.values(this.directory.read('programs.json') ?? {});
    await Promise.all(marks.map((mark) => end(mark)));
  }

  async #refuseTakenPort() {
    if ((await isFree(this.port)) && (await isFree(this.port, '127.0.0.1'))) return;
    throw new StopWithSentence(
      `Port ${this.port} is taken by another program. Stop that one, or choose another port: PORT=${this.port + 100} npm start`,
    );
  }

  async #startDatabase() {
    if (process.env.DATABASE_URL) return;
    this.#database = new EmbeddedDatabase(this.directory);
    this.#opening = this.#database.open();
    await this.#opening;
    this.#guard = setInterval(() => this.#reviveDatabase(), 1_000);
  }

  #reviving = false;
  async #reviveDatabase() {
    if (this.#reviving || this.#stopped || this.#database.isRunning()) return;
    this.#reviving = true;
    try {
      this.say('The database ended by itself and is started again; see logs/postgres.log in the data directory.');
      await this.#database.open();
    } catch (error) {
      this.onGivenUp(error.message);
    } finally {
      this.#reviving = false;
    }
  }

  /**
   * Where this build has prepared this database before, the API need not wait for it to do so again. The worker comes after the API,
   * because nobody waits for it as they wait for the first page.
   */
  async #serve(environment) {
    const what = { directory: this.directory, database: this.#database, environment };
    const early = await isPrepared(what);
    const preparing = prepare(what);
    preparing.catch(() => {}); // it is waited for below; if something else fails first, that is told
    if (!early) await preparing;
    const env = environment(this.#database?.url ?? process.env.DATABASE_URL);
    const run = (name) => this.#run(name, [inClone('dist', 'apps', name, 'main.mjs')], env);
    run('api');
    const [{ links }] = await Promise.all([preparing, this.#untilReady()]);
    run('worker');
    return links;
  }

  async #startMailbox() {
    if (process.env.SMTP_URL) return undefined;
    const ports = await mailboxPorts(this.directory, this.port);
    this.#run('mailbox', mailboxCommand(this.directory, ports), { ...process.env, NODE_COMPILE_CACHE: compileCache });
    return { port: ports.page, smtp: `smtp://127.0.0.1:${ports.smtp}`, page: `http://localhost:${ports.page}` };
  }

  #run(name, command, env) {
    if (this.#stopped) throw new StopWithSentence('Stopped before it was ready.');
    const log = this.directory.at('logs', `${name}.log`);
    const onChange = () => {
      const marks = this.#programs.map((running) => [running.name, running.mark]);
      this.directory.write('programs.json', Object.fromEntries(marks));
    };
    const program = new Program({ name, command, env, log, say: this.say, onChange, onGivenUp: this.onGivenUp });
    this.#programs.push(program);
    program.start();
  }

  async #untilReady() {
    const until = performance.now() + 90_000;
    while (!(await this.#isReady())) {
      if (this.#stopped) throw new StopWithSentence('Stopped before it was ready.');
      if (performance.now() > until) {
        const api = this.#programs.find((program) => program.name === 'api');
        throw new StopWithSentence(`The API did not become ready. Its last words, from ${api.log}:\n${api.lastWords()}`);
      }
      await sleep(50);
    }
  }

  async #isReady() {
    try {
      return (await fetch(`http://${ownAddress()}:${this.port}/health/ready`)).status === 200;
    } catch {
      return false; // not listening yet
    }
  }
}

/** Where the API can be asked from this machine: it may listen on one address alone. */
function ownAddress() {
  const host = process.env.HOST;
  return !host || ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
}
