import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../start/build.mjs';
import { asSentence } from '../start/sentence.mjs';
import { startTestPostgres } from '../start/test-database.mjs';
import { startTestRedis } from './redis.mjs';
import { heading, report } from './report.mjs';
import { endSteps, runStep } from './run-step.mjs';
import { inputsEnvironment, select } from './steps.mjs';

/** Two cores are what the smallest machine has. */
const atOnce = 2;

/**
 * Runs steps of the check, two at a time where they do not disturb each other. A failed step stops no other.
 * @param {string[]} names of steps or groups; all everyday ones where empty
 * @returns {Promise<number>} exit code: 0 where nothing failed
 */
export async function runChecks(names) {
  const chosen = select(names);
  const scratch = mkdtempSync(join(tmpdir(), 'uptake-check-'));
  const began = performance.now();
  const provisions = new Provisions();
  const stopEarly = () => {
    endSteps();
    provisions.withdraw().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopEarly);
  try {
    const outcomes = new Map();
    const perform = async (step) => {
      console.log(`... ${step.title}`);
      const outcome = await performStep(step, provisions, scratch);
      outcomes.set(step, outcome);
      console.log(heading(outcome));
    };
    await inLanes(
      chosen.filter((step) => !step.alone),
      perform,
    );
    for (const step of chosen.filter((each) => each.alone)) await perform(step);
    console.log(
      report(
        chosen.map((step) => outcomes.get(step)),
        (performance.now() - began) / 1000,
      ),
    );
    return [...outcomes.values()].some(({ failed }) => failed > 0) ? 1 : 0;
  } finally {
    await provisions.withdraw();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function performStep(step, provisions, scratch) {
  try {
    const surroundings = await Promise.all((step.needs ?? []).map((need) => provisions.get(need)));
    return await runStep(step, Object.assign({}, ...surroundings), scratch);
  } catch (error) {
    return { step, passed: 0, failed: 1, seconds: 0, output: asSentence(error) };
  }
}

async function inLanes(steps, perform) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await perform(step);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** What several steps share, brought when the first one needs it. */
class Provisions {
  #brought = new Map();
  #stops = [];
  #ways = {
    programs: async () => {
      await ensureBuilt((line) => console.log(line));
      return {};
    },
    database: async () => {
      const { adminUrl, stop } = await startTestPostgres();
      this.#stops.push(stop);
      return { DATABASE_ADMIN_URL: adminUrl };
    },
    redis: async () => {
      const { url, stop } = await startTestRedis();
      this.#stops.push(stop);
      return { REDIS_URL: url };
    },
    inputs: async () => inputsEnvironment(),
  };

  /** @param {string} need @returns {Promise<NodeJS.ProcessEnv>} */
  get(need) {
    if (!this.#brought.has(need)) this.#brought.set(need, this.#ways[need]());
    return this.#brought.get(need);
  }

  /** Stops all of it. */
  async withdraw() {
    await Promise.allSettled(this.#brought.values());
    await Promise.all(this.#stops.splice(0).map((stop) => stop()));
  }
}
