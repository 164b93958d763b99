import { commandOf, lives, markOf, parentOf } from './processes.mjs';

const startedBy = 'UPTAKE_STARTED_BY';

/**
 * npm, the shell that it runs scripts in, and the Node that handed over to a newer one stand between the person and the product. If one of
 * them is killed, nobody is left to stop the product, so it ends itself. The person's own shell is another matter: `nohup` and the like
 * mean that it may go.
 * @returns {import('./processes.mjs').ProcessMark[]}
 */
export const launchers = process.env[startedBy] ? JSON.parse(process.env[startedBy]) : npmAbove();

function npmAbove() {
  if (!process.env.npm_lifecycle_event) return [];
  try {
    const parent = process.ppid;
    const isNpm = /\bnpm\b/.test(commandOf(parent));
    return (isNpm ? [parent] : [parent, parentOf(parent)]).map(markOf).filter(Boolean);
  } catch {
    return []; // it ended already
  }
}

/** @returns {NodeJS.ProcessEnv} what tells the next Node about those before it */
export function handOver() {
  return { [startedBy]: JSON.stringify([...launchers, markOf(process.pid)]) };
}

/** @param {() => void} onGone called once, within half a second */
export function watchLaunchers(onGone) {
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(lives)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}
