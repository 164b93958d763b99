import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '@uptake/platform/config';
import { Recogniser } from './recogniser';
import type { Recognised, RecogniserTask } from './recogniser-task';

const task = (text: string): RecogniserTask => ({ document: { text }, before: undefined });
/** Stands in for the bundle: what the text says is what the thread does. */
const THREAD = `
import { parentPort, workerData } from 'node:worker_threads';
const { text } = workerData.document;
if (text === 'endless') for (;;);
if (text === 'throws') throw new Error('A fault of ours');
if (text !== 'silent') parentPort.postMessage(text);
`;

describe('a document in its thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-recogniser-'));
  const settings = Settings.read({
    DATABASE_URL: 'postgres://nowhere/none',
    SMTP_URL: 'smtp://nowhere',
    UPTAKE_SECRET: 'x'.repeat(32),
    THREADS_ROOT: folder,
  });
  const recogniser = new Recogniser(settings);
  beforeAll(() => writeFileSync(join(folder, 'recogniser.mjs'), THREAD));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (text: string, mostMs?: number): Promise<Recognised | string> => recogniser.run(task(text), mostMs);

  it('is refused when it takes forever, and the next ones are read all the same', async () => {
    const endless = [1, 2, 3].map(() => read('endless', 50));
    for (const one of endless) await expect(one).rejects.toMatchObject({ status: 422, code: 'document_too_hard' });
    expect(await read('short')).toBe('short');
  });

  it('is refused when its thread ends without an answer', async () => {
    await expect(read('silent')).rejects.toMatchObject({ code: 'document_too_hard' });
  });

  it('is no excuse for a fault of ours', async () => {
    await expect(read('throws')).rejects.toThrow('A fault of ours');
  });

  it('waits for its turn, but not in a queue without end', async () => {
    const reading = Array.from({ length: 23 }, (_, number) => read(String(number)));
    const answers = await Promise.allSettled(reading);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(22);
    expect(answers.at(-1)).toMatchObject({ status: 'rejected', reason: { status: 429, code: 'too_many' } });
  });
});
