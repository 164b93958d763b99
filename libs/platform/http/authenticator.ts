import type { IncomingHttpHeaders } from 'node:http';

/** Whoever calls: an account with its roles, or nobody. The people slice fills in the rest. */
export interface Caller {
  accountId: string | null;
  isGuest: boolean;
  sessionId: string | null;
}

/** Tells who is behind a request or a socket handshake, by their headers. The people slice implements it. */
export abstract class Authenticator {
  abstract authenticate(headers: IncomingHttpHeaders): Promise<Caller>;
}
