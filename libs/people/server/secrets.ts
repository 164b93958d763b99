import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What is given out in a cookie or link; the database keeps only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
