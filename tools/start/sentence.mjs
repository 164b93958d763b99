import { appendFileSync } from 'node:fs';

/** A reason to stop that is written for the person at the keyboard: it says what is wrong and what to do, and needs no stack. */
export class StopWithSentence extends Error {
  name = 'StopWithSentence';
}

const causes = {
  ENOSPC: () => 'The disk is full. Free some space, then start again; nothing that was saved is lost.',
  EACCES: (error) => `This user may not write to ${error.path ?? 'a folder that is needed'}. Set UPTAKE_DATA_DIR to a folder of your own.`,
  EROFS: (error) => `${error.path ?? 'A folder that is needed'} is read-only. Set UPTAKE_DATA_DIR to a folder that can be written.`,
  EMFILE: () => 'Too many files are open on this machine. Raise the limit (ulimit -n 4096), then start again.',
};

/**
 * @param {unknown} error anything that was thrown
 * @returns {string} one sentence or two for the person at the keyboard
 */
export function asSentence(error) {
  if (error instanceof StopWithSentence) return error.message;
  const known = causes[error?.code];
  return known ? known(error) : `Something unexpected happened: ${error?.message ?? error}`;
}

/**
 * Prints the sentence on stderr; the stack of an unexpected error goes to a log file, where there is one.
 * @param {unknown} error
 * @param {string} [logFile]
 */
export function tell(error, logFile) {
  console.error(`\n${asSentence(error)}`);
  if (error instanceof StopWithSentence || !logFile || !error?.stack) return;
  try {
    appendFileSync(logFile, `${new Date().toISOString()} ${error.stack}\n`);
    console.error(`The details stand in ${logFile}.`);
  } catch {
    console.error(error.stack); // no log can be written: better an ugly trace than none
  }
}
