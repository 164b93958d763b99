import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds this clone: everything here is told by where this file stands, never by where the command was typed. */
export const clone = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts */
export const inClone = (...parts) => join(clone, ...parts);
