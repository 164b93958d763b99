import { randomInt } from 'node:crypto';
import { JOIN_CODE_LETTERS } from '@uptake/workshops/contracts';

const LENGTH = 6;

/** Six letters and figures that nobody mistakes for each other: 594 million codes. */
export const newJoinCode = (): string =>
  Array.from({ length: LENGTH }, () => JOIN_CODE_LETTERS[randomInt(JOIN_CODE_LETTERS.length)]).join('');
