import type { Cursor, Fact, Stream } from '@uptake/activity/contracts';
import type { Socket } from 'socket.io-client';
import type { Tally } from './live-news';

export type Joined = { readonly ok: true; readonly cursor: Cursor } | { readonly ok: false; readonly code: string };

export interface SocketEvents {
  connected(): void;
  lost(): void;
  fact(fact: Fact): void;
  tally(tally: Tally): void;
  sessionEnded(): void;
}

const answerWithinMs = 5000;
const knockAgainAfterMs = 5000;

/** The one socket. Its library is fetched when the first page asks for news: it is no part of what everybody loads. */
export class LiveSocket {
  private knocking: ReturnType<typeof setTimeout> | undefined;

  private constructor(private readonly socket: Socket) {
    // socket.io comes back by itself after every loss but this one.
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.knocking = setTimeout(() => socket.connect(), knockAgainAfterMs);
    });
  }

  /** @param origin where the server is; '' for our own */
  static async open(origin: string, events: SocketEvents): Promise<LiveSocket> {
    const { io } = await import('socket.io-client');
    const socket = io(origin, { path: '/socket.io', transports: ['websocket', 'polling'], reconnectionDelayMax: 5000 });
    socket.on('connect', () => events.connected());
    socket.on('connect_error', () => events.lost());
    socket.on('disconnect', () => events.lost());
    socket.on('fact', (fact: Fact) => events.fact(fact));
    socket.on('tally', (tally: Tally) => events.tally(tally));
    socket.on('session-ended', () => events.sessionEnded());
    return new LiveSocket(socket);
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Refused with `unanswered` where no answer came within five seconds. */
  async join(stream: Stream): Promise<Joined> {
    try {
      return (await this.socket.timeout(answerWithinMs).emitWithAck('join', { stream })) as Joined;
    } catch {
      return { ok: false, code: 'unanswered' };
    }
  }

  leave(stream: Stream): void {
    this.socket.emit('leave', { stream });
  }

  /** A new handshake: who is signed in has changed. One that is under way may have begun before that, so another follows it. */
  renew(): void {
    clearTimeout(this.knocking);
    if (this.socket.connected) this.socket.disconnect().connect();
    else if (this.socket.active) this.socket.once('connect', () => this.renew());
    else this.socket.connect();
  }

  close(): void {
    clearTimeout(this.knocking);
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }
}
