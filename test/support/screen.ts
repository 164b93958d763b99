import { io, type Socket } from 'socket.io-client';
import type { Cursor, Fact } from '@uptake/activity/contracts';
import type { Client } from './client';

type Joined = { ok: true; cursor: Cursor } | { ok: false; code: string };

/** An open screen: a socket with somebody's session, and every fact that it was told. */
export class Screen {
  readonly facts: Fact[] = [];
  readonly closed: Promise<string>;
  private waiting: (() => void)[] = [];

  private constructor(readonly socket: Socket) {
    this.closed = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.on('fact', (fact: Fact) => {
      this.facts.push(fact);
      this.waiting.splice(0).forEach((wake) => wake());
    });
  }

  /** @throws when the handshake is refused */
  static async open({ url, cookie }: Pick<Client, 'url' | 'cookie'>, headers: Record<string, string> = {}): Promise<Screen> {
    const socket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
    });
    const screen = new Screen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return screen;
  }

  join = (stream: unknown): Promise<Joined> => this.socket.emitWithAck('join', { stream }) as Promise<Joined>;

  leave = (stream: string): Socket => this.socket.emit('leave', { stream });

  /** Waits until this screen was told of as many facts. */
  async told(count: number): Promise<Fact[]> {
    while (this.facts.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.facts;
  }

  /** Waits until this screen was told the fact with this number, see `tell`. */
  async toldOf(number: number): Promise<void> {
    while (!this.facts.some(({ data }) => data['number'] === number)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  close(): void {
    this.socket.disconnect();
  }
}
