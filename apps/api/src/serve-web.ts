import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '@uptake/platform/config';

const OURS = /^\/(api|health|metrics|socket\.io)(\/|$)/;
/** What the build names after its content; chunks carry small letters, `_` and `-` too. */
const HASHED = /(^|\/)(main|chunk|styles)-[\w-]{8}\.(js|css)$/;
const FONT = /\.woff2$/;

function keepFor(path: string): string {
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable';
  return FONT.test(path) ? 'public, max-age=2592000' : 'no-cache';
}

/** Only our own scripts, styles and connections; sockets go to the address that we are known by, which older browsers do not count as "self". */
const policyFor = ({ publicUrl }: Settings) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The built web beside the API: files by name, every other address is the app itself. */
export async function serveWeb(app: NestFastifyApplication, webRoot: string, settings: Settings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const policy = policyFor(settings);
  await app.register(fastifyStatic, {
    root: resolve(webRoot),
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', keepFor(path));
    },
  });
  fastify.addHook('onSend', async (request, reply) => {
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (settings.isSecure) void reply.header('strict-transport-security', 'max-age=31536000');
    if (!request.url.startsWith('/api/docs')) void reply.header('content-security-policy', policy);
  });
  fastify.get('/*', async (request, reply) => {
    if (OURS.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
