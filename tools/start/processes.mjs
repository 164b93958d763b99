import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What tells one process from a later one with the same number: the moment when it started.
 * @typedef {{ pid: number, started: string }} ProcessMark
 */

/**
 * @param {number} pid
 * @returns {ProcessMark | undefined} nothing where no such process lives
 */
export function markOf(pid) {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started && { pid, started };
}

/** @param {ProcessMark | undefined} mark */
export function lives(mark) {
  return Boolean(mark) && markOf(mark.pid)?.started === mark.started;
}

/**
 * Asks a process to end, and ends it where it does not. A number that meanwhile belongs to another process is left alone.
 * @param {ProcessMark | undefined} mark
 * @param {{ signal?: NodeJS.Signals, patience?: number }} [how] patience in milliseconds before SIGKILL
 */
export async function end(mark, { signal = 'SIGTERM', patience = 10_000 } = {}) {
  if (!lives(mark)) return;
  send(mark, signal);
  if (await gone(mark, patience)) return;
  send(mark, 'SIGKILL');
  await gone(mark, 5_000);
}

/**
 * @param {ProcessMark} mark
 * @param {number} patience milliseconds
 * @returns {Promise<boolean>} whether it ended in that time
 */
export async function gone(mark, patience) {
  const until = performance.now() + patience;
  while (lives(mark)) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}

function send(mark, signal) {
  try {
    process.kill(mark.pid, signal);
  } catch {
    // it ended by itself in between
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined} its parent; known on Linux and systems with `ps`
 */
export function parentOf(pid) {
  try {
    if (process.platform === 'linux') return Number(statOf(pid)[1]);
    return (
      Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) || undefined
    );
  } catch {
    return undefined;
  }
}

/** @param {number} pid @returns {string} program and arguments; an error where no such process lives */
export function commandOf(pid) {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' });
  }
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

/** What follows the command's name, which may hold spaces and brackets, in /proc/<pid>/stat: state, parent, ... */
const statOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');

// Field 22 of stat is the start in clock ticks since boot; a zombie has already ended.
function startedOnLinux(pid) {
  try {
    const stat = statOf(pid);
    return stat[0] === 'Z' || stat[0] === 'X' ? undefined : `${bootId()}:${stat[19]}`;
  } catch {
    return undefined;
  }
}

let boot;
const bootId = () => (boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

function startedElsewhere(pid) {
  const [command, args] =
    process.platform === 'win32'
      ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]]
      : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}
