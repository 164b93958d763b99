import type { IncomingMessage } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { Settings } from '@uptake/platform/config';
import { isOurOrigin } from '@uptake/platform/http';

const LARGEST_MESSAGE = 10_000;

/** socket.io beside the API. `cors` alone would let a foreign page open a socket with cookies, so the handshake checks the origin. */
export class SocketAdapter extends IoAdapter {
  private readonly publicUrl: string;

  constructor(app: INestApplication) {
    super(app);
    this.publicUrl = app.get(Settings).publicUrl;
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      maxHttpBufferSize: LARGEST_MESSAGE,
      serveClient: false,
      allowRequest: (request: IncomingMessage, answer: (error: string | null, allowed: boolean) => void) =>
        answer(null, isOurOrigin(request.headers, this.publicUrl)),
    } as ServerOptions);
  }
}
