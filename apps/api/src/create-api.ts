import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { Logger } from 'nestjs-pino';
import type { Clock, Settings } from '@uptake/platform/config';
import { SocketAdapter } from '@uptake/platform/live';
import { requestId } from '@uptake/platform/logging';
import { ApiModule } from './api.module';
import { serveReference } from './serve-reference';
import { serveWeb } from './serve-web';

const LARGEST_BODY = 6 * 1024 * 1024;

/** The API, ready to listen: HTTP, sockets, the reference page and, where it is built, the web. */
export async function createApi(settings: Settings, clock?: Clock): Promise<NestFastifyApplication> {
  const fastify = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: settings.trustedProxies,
    genReqId: ({ headers }: IncomingMessage) => requestId(headers['x-request-id']),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(settings, clock), fastify, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useWebSocketAdapter(new SocketAdapter(app));
  app.enableShutdownHooks();
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  fastify.getInstance().addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  serveReference(app);
  if (settings.webRoot) await serveWeb(app, settings.webRoot, settings);
  return app;
}
