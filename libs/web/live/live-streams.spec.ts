/** @jest-environment-options {"customExportConditions": ["node", "require", "default"]} */
import { type IncomingMessage, type Server as HttpServer, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpInterceptorFn, provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { ActivityPage, Fact, Stream } from '@uptake/activity/contracts';
import { apiInterceptor } from '@uptake/web/http';
import { Server, type Socket } from 'socket.io';
import type { Tally } from './live-news';
import { LIVE_ORIGIN, LiveStreams } from './live-streams';

const stream: Stream = 'workshop:7b1c1a52-0000-4000-8000-000000000001';

/** A log and a gateway with a real socket, as the API has them: joining answers with the end of the log, the rest is pushed. */
class Gateway {
  private readonly facts: Fact[] = [];
  private http: HttpServer;
  private io: Server;
  private port = 0;
  readonly joined: string[] = [];
  tooOld = false;
  closed = false;
  private takesSockets = true;

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    this.http = createServer((request, response) => this.read(request, response));
    this.io = new Server(this.http, { cors: { origin: true }, allowRequest: (_, answer) => answer(null, this.takesSockets) });
    this.io.on('connection', (socket) => this.welcome(socket));
    await new Promise<void>((resolve) => this.http.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.http.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    await this.io.close();
  }

  /** Only the sockets go, and none is taken again; the API still answers. */
  hangUp(): void {
    this.takesSockets = false;
    this.io.disconnectSockets(true);
  }

  write(type: string, options: { told: boolean } = { told: true }): Fact {
    const fact = { cursor: `${this.facts.length + 1}.1`, streams: [stream], type, at: '2026-03-12T10:00:00.000Z', data: {} };
    this.facts.push(fact);
    if (options.told) this.io.to(stream).emit('fact', fact);
    return fact;
  }

  tellAgain(fact: Fact): void {
    this.io.to(stream).emit('fact', fact);
  }

  tally(tally: Tally): void {
    this.io.to(stream).emit('tally', tally);
  }

  endSessions(): void {
    this.io.emit('session-ended');
  }

  /** Waits until the last socket has left a stream. */
  nobodyIn(room: string): Promise<void> {
    return new Promise((resolve) => this.io.of('/').adapter.once('delete-room', (left: string) => left === room && resolve()));
  }

  private welcome(socket: Socket): void {
    socket.on('join', (message: { stream: string }, answer: (joined: object) => void) => {
      if (this.closed) return answer({ ok: false, code: 'not_found' });
      void socket.join(message.stream);
      this.joined.push(message.stream);
      answer({ ok: true, cursor: this.end });
    });
    socket.on('leave', (message: { stream: string }) => void socket.leave(message.stream));
  }

  private get end(): string {
    return `${this.facts.length}.9`;
  }

  private read(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '', this.origin).searchParams;
    const after = Number(query.get('after')?.split('.')[0] ?? 0);
    const missed = query.get('order') === 'newest' ? this.facts.slice(-1) : this.facts.slice(after);
    const items = missed.slice(0, 2);
    const page: ActivityPage = { items, cursor: items.at(-1)?.cursor ?? query.get('after') ?? '0.0', more: missed.length > items.length };
    const refused = this.tooOld && query.has('after');
    response.writeHead(refused ? 410 : 200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(refused ? { type: '', title: 'Gone', status: 410, code: 'cursor_too_old' } : page));
  }
}

/** What a page heard, and a way to wait until it has heard enough. */
class Listener {
  readonly heard: string[] = [];
  readonly news = {
    onFact: (fact: Fact) => this.hear(fact.type),
    onReload: () => this.hear('reload'),
    onClosed: () => this.hear('closed'),
    onTally: (tally: Tally) => this.hear(`tally of ${tally.ballotId}`),
  };
  private waiting: { count: number; done: () => void } | undefined;

  hears(count: number): Promise<void> {
    return new Promise((done) => {
      this.waiting = { count, done };
      this.look();
    });
  }

  private hear(what: string): void {
    this.heard.push(what);
    this.look();
  }

  private look(): void {
    if (this.waiting && this.heard.length >= this.waiting.count) this.waiting.done();
  }
}

describe('following a stream', () => {
  let gateway: Gateway;
  let live: LiveStreams;
  let page: Listener;

  beforeEach(async () => {
    gateway = new Gateway();
    await gateway.open();
    const toGateway = apiAt(() => gateway.origin);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withXhr(), withInterceptors([apiInterceptor, toGateway])),
        { provide: LIVE_ORIGIN, useValue: gateway.origin },
      ],
    });
    live = TestBed.inject(LiveStreams);
    page = new Listener();
  });
  afterEach(async () => {
    TestBed.resetTestingModule();
    await gateway.shut();
  });

  async function joinAndBegin() {
    live.join(stream, page.news);
    await page.hears(1);
  }

  it('begins with one reload, and then brings each fact as it happens', async () => {
    gateway.write('before');
    await joinAndBegin();
    gateway.write('voting.ballot_opened');
    gateway.tally({ ballotId: 'b1' });
    await page.hears(3);
    expect(page.heard).toEqual(['reload', 'voting.ballot_opened', 'tally of b1']);
    expect(live.state()).toBe('live');
  });

  it('fetches what was missed while the socket was gone, in order and each fact once', async () => {
    await joinAndBegin();
    gateway.write('first');
    await page.hears(2);
    await gateway.shut();
    await gateway.open();
    ['second', 'third', 'fourth'].forEach((type) => gateway.write(type, { told: false }));
    await page.hears(5);
    const last = gateway.write('fifth');
    gateway.tellAgain(last);
    gateway.write('sixth');
    await page.hears(7);
    expect(page.heard).toEqual(['reload', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth']);
  });

  it('asks the API again and again while there is no socket', async () => {
    await joinAndBegin();
    gateway.hangUp();
    gateway.write('told to nobody', { told: false });
    await page.hears(2);
    expect(page.heard).toEqual(['reload', 'told to nobody']);
    expect(live.state()).toBe('polling');
  });

  it('reads the state anew where the log no longer reaches back so far', async () => {
    await joinAndBegin();
    gateway.tooOld = true;
    gateway.hangUp();
    gateway.write('lost', { told: false });
    await page.hears(2);
    expect(page.heard).toEqual(['reload', 'reload']);
  });

  it('joins once for several listeners, and leaves with the last of them', async () => {
    const other = new Listener();
    const stop = live.join(stream, page.news);
    const stopOther = live.join(stream, other.news);
    await Promise.all([page.hears(1), other.hears(1)]);
    stop();
    gateway.write('voting.ballot_closed');
    await other.hears(2);
    expect(gateway.joined).toEqual([stream]);
    expect(page.heard).toEqual(['reload']);
    stopOther();
    await gateway.nobodyIn(stream);
  });

  it('is given up where the stream is closed to this person', async () => {
    gateway.closed = true;
    live.join(stream, page.news);
    await page.hears(1);
    gateway.closed = false;
    live.join(stream, page.news);
    await page.hears(2);
    expect(page.heard).toEqual(['closed', 'reload']);
  });

  it('says that the session is over', async () => {
    await joinAndBegin();
    gateway.endSessions();
    gateway.write('after');
    await page.hears(2);
    expect(live.sessionsEnded()).toBe(1);
  });
});

/** Sends what is asked of our own origin to the gateway's. */
function apiAt(origin: () => string): HttpInterceptorFn {
  return (request, next) => next(request.clone({ url: `${origin()}${request.url}` }));
}
