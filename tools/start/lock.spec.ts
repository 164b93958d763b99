import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock, withLock } from './lock.mjs';
import { end, lives, markOf } from './processes.mjs';

describe('a lock', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'uptake-lock-'));
    path = join(folder, 'lock');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused while its owner lives, and tells who that is', () => {
    const first = takeLock(path, { port: 4200 });
    expect(takeLock(path)).toEqual({ taken: false, owner: { port: 4200, mark: markOf(process.pid) } });
    if (first.taken) first.release();
    expect(takeLock(path).taken).toBe(true);
  });

  it('of a process that is gone is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    writeFileSync(path, JSON.stringify({ mark: { pid, started: 'long ago' } }));
    expect(takeLock(path).taken).toBe(true);
  });

  it('of a process whose number now belongs to another is taken over', () => {
    writeFileSync(path, JSON.stringify({ mark: { pid: process.pid, started: 'long ago' } }));
    expect(takeLock(path).taken).toBe(true);
  });

  it('that was torn by a crash is taken over, and leaves nothing lying about', () => {
    writeFileSync(path, '{"mark":');
    const lock = takeLock(path);
    expect(lock.taken).toBe(true);
    if (lock.taken) lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets one at a time do the work', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)]);
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });
});

describe('ending a process', () => {
  it('ends exactly the one that is meant, even if it does not listen', async () => {
    const deaf = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"]);
    await new Promise((resolve) => deaf.stdout.once('data', resolve));
    const mark = markOf(deaf.pid ?? 0);
    await end({ pid: deaf.pid ?? 0, started: 'another time' });
    expect(lives(mark)).toBe(true);
    await end(mark, { patience: 50 });
    expect(lives(mark)).toBe(false);
  });
});
