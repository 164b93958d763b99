import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Notifications } from '@uptake/platform/database';

type Send = (id: string) => Promise<void>;

const BETWEEN_TWO_MS = 100;
const HINT = /^state:([a-z]+):([0-9a-f-]{36})$/;

/**
 * States that change faster than anybody can look: touched as often as one likes, sent at most ten times a second each, the last one
 * always. Every process hears of a touch and sends to its own sockets.
 */
@Injectable()
export class CoalescedStates implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('CoalescedStates');
  private readonly senders = new Map<string, Send>();
  private readonly waiting = new Map<string, { again: boolean }>();
  private stopListening: (() => void) | undefined;

  constructor(private readonly notifications: Notifications) {}

  onModuleInit(): void {
    this.stopListening = this.notifications.listen((hint) => {
      const [, kind, id] = HINT.exec(hint) ?? [];
      if (kind && id) this.schedule(kind, id);
    });
  }

  onApplicationShutdown(): void {
    this.stopListening?.();
  }

  /** @param send reads the state as it is now and emits it */
  register(kind: string, send: Send): void {
    this.senders.set(kind, send);
  }

  touch(kind: string, id: string): void {
    this.notifications.hint(`state:${kind}:${id}`);
  }

  private schedule(kind: string, id: string): void {
    const key = `${kind}:${id}`;
    const running = this.waiting.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const entry = { again: false };
    this.waiting.set(key, entry);
    void this.send(kind, id).finally(() =>
      setTimeout(() => {
        this.waiting.delete(key);
        if (entry.again) this.schedule(kind, id);
      }, BETWEEN_TWO_MS).unref(),
    );
  }

  private async send(kind: string, id: string): Promise<void> {
    await this.senders
      .get(kind)?.(id)
      .catch((error: unknown) => this.logger.warn(`${kind} ${id} was not sent: ${String(error)}`));
  }
}
