import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { Settings } from '@uptake/platform/config';
import { Problem } from '@uptake/platform/http';
import type { Recognised, RecogniserTask } from './recogniser-task';

const MOST_MS = 10_000;
const MOST_MEMORY_MB = 512;
const AT_ONCE = 2;
const WAITING = 20;

/** Reads documents in threads: at most two at once, each with a limit of time and memory, so that the API goes on answering. */
@Injectable()
export class Recogniser {
  private readonly thread: URL;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor({ threadsRoot }: Settings) {
    this.thread = threadsRoot ? pathToFileURL(join(threadsRoot, 'recogniser.mjs')) : new URL('./recogniser.mjs', import.meta.url);
  }

  /**
   * @param mostMs how long it may take, in milliseconds
   * @throws 422 `document_too_hard` when it takes longer than that, or more than half a gigabyte; 429 when too many wait
   */
  async run(task: RecogniserTask, mostMs = MOST_MS): Promise<Recognised> {
    if (this.running >= AT_ONCE) await this.turn();
    this.running += 1;
    try {
      return await this.inThread(task, mostMs);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= WAITING) throw new Problem(429, 'too_many');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private inThread(task: RecogniserTask, mostMs: number): Promise<Recognised> {
    if (!existsSync(this.thread)) throw new Error(`${this.thread.pathname} is missing: build the program again.`);
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.thread, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
      const tooHard = () => reject(new Problem(422, 'document_too_hard'));
      const timer = setTimeout(() => {
        tooHard();
        void worker.terminate();
      }, mostMs);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : reject(error)));
      worker.once('exit', () => {
        clearTimeout(timer);
        tooHard();
      });
    });
  }
}
