import { DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import { Choice, VoteKept } from '@uptake/voting/contracts';
import { Api, Problem } from '@uptake/web/http';
import { Languages } from '@uptake/web/i18n';
import { Network } from '@uptake/web/live';
import type { SyncState } from '@uptake/web/ui';
import * as z from 'zod';

export interface KeptChoice {
  /** What counts as far as this device knows; null where the only choice was refused. */
  readonly choice: Choice | null;
  readonly state: SyncState;
  /** Why it was refused. */
  readonly reason: string;
}

const Waiting = z.record(z.string(), Choice);
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 15_000;

/**
 * Choices are kept on this device at once and sent behind: what the network swallows waits here, across reloads, until the server has
 * answered. One choice a recommendation, the last one. A choice that came too late is shown as not counted, with the reason.
 */
@Injectable()
export class VoteOutbox {
  private readonly api = inject(Api);
  private readonly network = inject(Network);
  private readonly languages = inject(Languages);

  readonly choices = signal<Readonly<Record<string, KeptChoice>>>({});
  private waiting = new Map<string, Choice>();
  private counted: Readonly<Record<string, Choice>> = {};
  private ballotId = '';
  private place = '';
  private sending = false;
  private retryIn = FIRST_RETRY_MS;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      if (this.network.online()) void this.send();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.retry));
  }

  /**
   * @param account whose choices these are: another person on the same device must not send them
   * @param counted the choices that the server has
   */
  open(ballotId: string, account: string, counted: Readonly<Record<string, Choice>>): void {
    const place = `uptake.votes.${ballotId}.${account}`;
    if (place !== this.place) {
      this.ballotId = ballotId;
      this.place = place;
      this.waiting = new Map(Object.entries(restore(place)));
    }
    this.counted = { ...this.counted, ...counted };
    const refused = Object.entries(this.choices()).filter(([id, { state }]) => state === 'refused' && !this.waiting.has(id));
    this.choices.set({
      ...mapValues(this.counted, (choice) => ({ choice, state: 'sent', reason: '' })),
      ...Object.fromEntries(refused),
      ...mapValues(Object.fromEntries(this.waiting), (choice) => ({ choice, state: 'here', reason: '' })),
    });
    void this.send();
  }

  choose(recommendationId: string, choice: Choice): void {
    const known = this.choices()[recommendationId];
    if (known?.choice === choice && known.state !== 'refused') return;
    this.waiting.set(recommendationId, choice);
    this.keep();
    this.mark(recommendationId, { choice, state: 'here', reason: '' });
    void this.send();
  }

  /** Sends what waits, one after the other, and stops at the first that nobody answers. */
  async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.retry);
    try {
      for (let next = this.first(); next; next = this.first()) await this.sendOne(...next);
      this.retryIn = FIRST_RETRY_MS;
    } catch {
      this.retry = setTimeout(() => void this.send(), this.retryIn);
      this.retryIn = Math.min(2 * this.retryIn, LONGEST_RETRY_MS);
    } finally {
      this.sending = false;
    }
  }

  /** @throws the Problem where it may pass by itself: no network, a server that restarts */
  private async sendOne(recommendationId: string, choice: Choice): Promise<void> {
    try {
      await this.api.put(`/ballots/${this.ballotId}/votes/${recommendationId}`, { choice }, VoteKept);
      this.counted = { ...this.counted, [recommendationId]: choice };
      this.settle(recommendationId, choice, { choice, state: 'sent', reason: '' });
    } catch (error) {
      const problem = Problem.from(error);
      if (problem.status === 0 || problem.status === 429 || problem.status >= 500) throw problem;
      const reason = problem.detail ?? this.languages.say('voting.vote.refused');
      this.settle(recommendationId, choice, { choice: this.counted[recommendationId] ?? null, state: 'refused', reason });
    }
  }

  /** Unless the person has chosen anew meanwhile: then that waits still. */
  private settle(recommendationId: string, choice: Choice, kept: KeptChoice): void {
    if (this.waiting.get(recommendationId) !== choice) return;
    this.waiting.delete(recommendationId);
    this.keep();
    this.mark(recommendationId, kept);
  }

  private first(): [string, Choice] | undefined {
    return this.waiting.entries().next().value;
  }

  private mark(recommendationId: string, kept: KeptChoice): void {
    this.choices.update((choices) => ({ ...choices, [recommendationId]: kept }));
  }

  /** Without storage (some private windows) it still holds until the page is closed. */
  private keep(): void {
    try {
      if (this.waiting.size) localStorage.setItem(this.place, JSON.stringify(Object.fromEntries(this.waiting)));
      else localStorage.removeItem(this.place);
    } catch {
      return;
    }
  }
}

function restore(place: string): Record<string, Choice> {
  try {
    return Waiting.safeParse(JSON.parse(localStorage.getItem(place) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

const mapValues = <From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
