import { ActivityPage, type Cursor, type Fact, type Stream } from '@uptake/activity/contracts';
import { type Api, Problem } from '@uptake/web/http';
import type { LiveNews, Tally } from './live-news';

const pagesAtMost = 20;

/**
 * Follows one stream for any number of listeners: remembers its place in the log, asks for what was missed, and passes each fact on once.
 * What the socket brings while it catches up waits, so that the order holds.
 */
export class StreamFollower {
  private readonly listeners = new Set<LiveNews>();
  private readonly waiting: Fact[] = [];
  private recent = new Set<Cursor>();
  private place: Cursor | null = null;
  private catching: Promise<void> | null = null;

  constructor(
    readonly stream: Stream,
    private readonly api: Api,
  ) {}

  get deserted(): boolean {
    return this.listeners.size === 0;
  }

  listen(news: LiveNews): () => void {
    this.listeners.add(news);
    return () => this.listeners.delete(news);
  }

  /** The socket joined: begin at its cursor, or ask for what came since our own. */
  async joined(cursor: Cursor): Promise<void> {
    if (this.place !== null) return this.catchUp();
    this.beginAt(cursor);
    this.passWaiting();
  }

  receive(fact: Fact): void {
    if (this.catching || this.place === null) this.waiting.push(fact);
    else this.pass(fact);
  }

  receiveTally(tally: Tally): void {
    for (const { onTally } of this.listeners) onTally?.(tally);
  }

  close(): void {
    for (const { onClosed } of this.listeners) onClosed?.();
  }

  /** Asks by HTTP for what is new: after a gap, and again and again while there is no socket. Throws a Problem where nobody answers. */
  catchUp(): Promise<void> {
    this.catching ??= this.fetchMissed().finally(() => {
      this.catching = null;
      this.passWaiting();
    });
    return this.catching;
  }

  private async fetchMissed(): Promise<void> {
    if (this.place === null) return this.beginAt(await this.newest());
    for (let page = 0; page < pagesAtMost; page += 1) {
      const missed = await this.page(this.place);
      if (missed === 'too old') break;
      missed.items.forEach((fact) => this.pass(fact));
      this.place = missed.cursor;
      if (!missed.more) return;
    }
    this.beginAt(await this.newest());
  }

  private async page(after: Cursor): Promise<ActivityPage | 'too old'> {
    try {
      return await this.api.get('/activity', ActivityPage, { query: { stream: this.stream, after, limit: 100 } });
    } catch (error) {
      if (Problem.from(error).status === 410) return 'too old';
      throw error;
    }
  }

  private async newest(): Promise<Cursor> {
    return (await this.api.get('/activity', ActivityPage, { query: { stream: this.stream, order: 'newest', limit: 1 } })).cursor;
  }

  private beginAt(cursor: Cursor): void {
    this.place = cursor;
    for (const { onReload } of this.listeners) onReload?.();
  }

  private passWaiting(): void {
    for (const fact of this.waiting.splice(0)) this.pass(fact);
  }

  private pass(fact: Fact): void {
    if (this.recent.has(fact.cursor)) return;
    this.remember(fact.cursor);
    this.place = fact.cursor;
    for (const { onFact } of this.listeners) onFact?.(fact);
  }

  /** Socket and catching up may bring the same fact; two generations of a thousand cursors are memory enough to notice. */
  private remember(cursor: Cursor): void {
    if (this.recent.size >= 2000) this.recent = new Set([...this.recent].slice(1000));
    this.recent.add(cursor);
  }
}
