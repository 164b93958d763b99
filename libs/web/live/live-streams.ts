import { DOCUMENT, DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';
import type { Stream } from '@uptake/activity/contracts';
import { Api, Problem } from '@uptake/web/http';
import type { LiveNews, LiveState } from './live-news';
import { LiveSocket } from './live-socket';
import { StreamFollower } from './stream-follower';

/** Where the socket is opened; '' is the server that served the page. */
export const LIVE_ORIGIN = new InjectionToken<string>('LIVE_ORIGIN', { factory: () => '' });

const pollEveryMs = 2000;

/**
 * News for the pages that are open. One socket for all of them; while it is down, each stream is asked for over HTTP every two seconds, so
 * that a page is never older than that as long as there is any network.
 */
@Injectable({ providedIn: 'root' })
export class LiveStreams {
  private readonly api = inject(Api);
  private readonly origin = inject(LIVE_ORIGIN);
  private readonly followers = new Map<Stream, StreamFollower>();
  private socket: Promise<LiveSocket> | null = null;
  private polling: ReturnType<typeof setInterval> | undefined;

  readonly state = signal<LiveState>('waiting');
  /** Counts the times that the server said that this session is over. */
  readonly sessionsEnded = signal(0);

  constructor() {
    const page = inject(DOCUMENT);
    // A phone that slept may have missed news without noticing that its socket died.
    const lookAgain = () => !page.hidden && this.catchUpAll();
    page.addEventListener('visibilitychange', lookAgain);
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('visibilitychange', lookAgain);
      clearInterval(this.polling);
      void this.socket?.then((socket) => socket.close());
    });
  }

  /**
   * Begins to follow a stream. Several listeners may follow the same one.
   * @returns call it to stop
   */
  join(stream: Stream, news: LiveNews): () => void {
    const follower = this.followers.get(stream) ?? this.follow(stream);
    const stop = follower.listen(news);
    return () => {
      stop();
      if (!follower.deserted || this.followers.get(stream) !== follower) return;
      this.followers.delete(stream);
      void this.socket?.then((socket) => socket.leave(stream));
    };
  }

  /** Somebody signed in or out here: the socket must say so. Without it nothing needs to be done. */
  renew(): void {
    void this.socket?.then((socket) => socket.renew());
  }

  private follow(stream: Stream): StreamFollower {
    const follower = new StreamFollower(stream, this.api);
    this.followers.set(stream, follower);
    if (this.socket) void this.socket.then((socket) => (socket.connected ? this.enter(socket, follower) : undefined));
    else this.connect();
    return follower;
  }

  private connect(): void {
    this.socket = LiveSocket.open(this.origin, {
      connected: () => void this.enterAll(),
      lost: () => this.poll(),
      fact: (fact) => fact.streams.forEach((stream) => this.followers.get(stream as Stream)?.receive(fact)),
      tally: (tally) => this.followers.forEach((follower) => follower.receiveTally(tally)),
      sessionEnded: () => this.sessionsEnded.update((times) => times + 1),
    });
    // The library could not be fetched: polling needs none.
    this.socket.catch(() => this.poll());
  }

  private async enterAll(): Promise<void> {
    const socket = await this.socket;
    if (!socket) return;
    clearInterval(this.polling);
    this.polling = undefined;
    this.state.set('live');
    await Promise.all([...this.followers.values()].map((follower) => this.enter(socket, follower)));
  }

  private async enter(socket: LiveSocket, follower: StreamFollower): Promise<void> {
    const answer = await socket.join(follower.stream);
    if (answer.ok) await follower.joined(answer.cursor).catch((error: unknown) => this.putUpWith(error, follower));
    else if (answer.code === 'unanswered') this.poll();
    else this.giveUp(follower);
  }

  private poll(): void {
    this.state.set('polling');
    this.polling ??= setInterval(() => this.catchUpAll(), pollEveryMs);
  }

  private catchUpAll(): void {
    for (const follower of this.followers.values()) follower.catchUp().catch((error: unknown) => this.putUpWith(error, follower));
  }

  /** A stream that is closed to this person is followed no more; any other failure is tried again in two seconds. */
  private putUpWith(error: unknown, follower: StreamFollower): void {
    if ([401, 403, 404].includes(Problem.from(error).status)) this.giveUp(follower);
  }

  private giveUp(follower: StreamFollower): void {
    this.followers.delete(follower.stream);
    follower.close();
  }
}
