import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReportLink } from '@uptake/progress/domain';

/** Keeps a signature made for anything else from opening a form. */
const PURPOSE = 'uptake report link 1\n';
const ID_BYTES = 16;
const BODY_BYTES = 2 * ID_BYTES + 4 + 6;

/**
 * The right to report on one assignment as one person, for the link of a reminder. It carries no secret but its signature, and is checked
 * against the assignment whenever it is used: see `openReportLink`.
 * @param secret Settings.secret
 * @returns letters, digits, `-` and `_`, about 100 of them
 */
export function signReportToken(secret: string, { assignmentId, accountId, dueVersion, expiresAt }: ReportLink): string {
  const body = Buffer.alloc(BODY_BYTES);
  writeId(body, assignmentId, 0);
  writeId(body, accountId, ID_BYTES);
  body.writeUInt32BE(dueVersion, 2 * ID_BYTES);
  body.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), 2 * ID_BYTES + 4, 6);
  return Buffer.concat([body, signatureOf(secret, body)]).toString('base64url');
}

/** @returns what the token was made for; `undefined` when it was not made with this secret. Whether it still counts is another question. */
export function readReportToken(secret: string, token: string): ReportLink | undefined {
  const bytes = Buffer.from(token, 'base64url');
  const body = bytes.subarray(0, BODY_BYTES);
  const signature = bytes.subarray(BODY_BYTES);
  const expected = signatureOf(secret, body);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined;
  return {
    assignmentId: readId(body, 0),
    accountId: readId(body, ID_BYTES),
    dueVersion: body.readUInt32BE(2 * ID_BYTES),
    expiresAt: new Date(body.readUIntBE(2 * ID_BYTES + 4, 6) * 1000),
  };
}

const signatureOf = (secret: string, body: Buffer): Buffer => createHmac('sha256', secret).update(PURPOSE).update(body).digest();

const writeId = (body: Buffer, id: string, offset: number): number => body.write(id.replaceAll('-', ''), offset, ID_BYTES, 'hex');

const readId = (body: Buffer, offset: number): string =>
  body.toString('hex', offset, offset + ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
