import { Logger } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { type Cursor, type Fact, Stream } from '@uptake/activity/contracts';
import { ActivityLog, ActivityTail } from '@uptake/platform/activity';
import { Notifications } from '@uptake/platform/database';
import { Authenticator, type Caller } from '@uptake/platform/http';
import { StreamAccess } from './stream-access';

const STREAMS_AT_MOST = 20;
const SESSION_ENDED = 'session-ended:';
const ACCESS_CHANGED = 'access-changed:';

type Joined = { ok: true; cursor: Cursor } | { ok: false; code: string };

/** The only gateway. Sockets bring news and take no commands: facts of the streams that they joined, and states such as tallies. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger('Live');
  @WebSocketServer() private readonly server: Server;

  constructor(
    private readonly log: ActivityLog,
    private readonly tail: ActivityTail,
    private readonly access: StreamAccess,
    private readonly authenticator: Authenticator,
    private readonly notifications: Notifications,
  ) {}

  afterInit(): void {
    this.tail.follow((facts) => this.tell(facts));
    this.notifications.listen((hint) => void this.checkAgain(hint));
  }

  handleConnection(socket: Socket): void {
    const caller = this.authenticator.authenticate(socket.handshake.headers);
    socket.data['caller'] = caller;
    caller
      .then(({ sessionId, accountId }) => {
        if (sessionId) void socket.join(`session/${sessionId}`);
        if (accountId) void socket.join(`person/${accountId}`);
      })
      .catch((error: unknown) => {
        this.logger.warn(`A socket could not be told who it is: ${String(error)}`);
        socket.disconnect(true);
      });
  }

  @SubscribeMessage('join')
  async join(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<Joined> {
    const stream = Stream.safeParse((message as { stream?: unknown } | null)?.stream);
    if (!stream.success) return { ok: false, code: 'bad_request' };
    if (streamsOf(socket).length >= STREAMS_AT_MOST) return { ok: false, code: 'too_many' };
    const caller = (await socket.data['caller']) as Caller;
    if (!(await this.access.allows(caller, stream.data))) return { ok: false, code: 'not_found' };
    await socket.join(stream.data);
    return { ok: true, cursor: await this.log.end() };
  }

  @SubscribeMessage('leave')
  async leave(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<void> {
    const stream = Stream.safeParse((message as { stream?: unknown } | null)?.stream);
    if (stream.success) await socket.leave(stream.data);
  }

  /** Sends a state, not an event: the last one wins, and whoever missed one needs only the next. */
  sendState(stream: Stream, name: 'tally', state: object): void {
    this.server.to(stream).emit(name, state);
  }

  private tell(facts: Fact[]): void {
    for (const fact of facts) this.server.to(fact.streams).emit('fact', fact);
  }

  /** A sign-out or a changed role reaches open sockets at once: who they are and what they may follow is asked anew. */
  private async checkAgain(hint: string): Promise<void> {
    if (hint.startsWith(SESSION_ENDED)) {
      const room = this.server.in(`session/${hint.slice(SESSION_ENDED.length)}`);
      room.emit('session-ended');
      room.disconnectSockets(true);
    }
    if (hint.startsWith(ACCESS_CHANGED)) {
      const sockets = this.server.of('/').sockets;
      for (const id of this.server.of('/').adapter.rooms.get(`person/${hint.slice(ACCESS_CHANGED.length)}`) ?? []) {
        const socket = sockets.get(id);
        if (socket) await this.leaveWhatIsClosed(socket);
      }
    }
  }

  private async leaveWhatIsClosed(socket: Socket): Promise<void> {
    const caller = await this.authenticator.authenticate(socket.handshake.headers);
    socket.data['caller'] = Promise.resolve(caller);
    for (const stream of streamsOf(socket)) if (!(await this.access.allows(caller, stream))) await socket.leave(stream);
  }
}

const streamsOf = (socket: Socket): Stream[] => [...socket.rooms].filter((room): room is Stream => Stream.safeParse(room).success);

/** Hint that closes the sockets of a session that ended. */
export const sessionEnded = (sessionId: string) => `${SESSION_ENDED}${sessionId}`;
/** Hint that makes open sockets of a person ask again what they may follow. */
export const accessChanged = (accountId: string) => `${ACCESS_CHANGED}${accountId}`;
