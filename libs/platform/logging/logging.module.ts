import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Settings } from '@uptake/platform/config';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The id that a caller sent along, if it is a harmless one, or a new one. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : randomUUID();
}

/** One line of JSON a request, without bodies, cookies or addresses: a name in a log is a leak. */
export const LoggingModule = LoggerModule.forRootAsync({
  inject: [Settings],
  useFactory: (settings: Settings) => ({
    pinoHttp: {
      level: settings.logLevel,
      genReqId: (request: IncomingMessage & { id?: unknown }) =>
        typeof request.id === 'string' ? request.id : requestId(request.headers['x-request-id']),
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url: withoutSecrets(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: withoutValues,
      },
      autoLogging: { ignore: ({ url = '' }: IncomingMessage) => url.startsWith('/health') || url.startsWith('/metrics') },
    },
  }),
});

/** Signed links carry their right in the path; the log keeps the road, not the key. */
export const withoutSecrets = (url: string): string =>
  url.replace(/\?.*$/, '').replace(/(\/(?:sign-in|report-links|report)\/)[^/]+/, '$1…');

/** A statement that failed, without what was to be written: its parameters, and the row that the database quotes. */
export const withoutValues = <Told extends object>(error: Told): Told => ({
  ...error,
  parameters: undefined,
  detail: undefined,
  driverError: undefined,
});
