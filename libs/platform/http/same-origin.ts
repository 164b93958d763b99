import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something comes from our own pages. Browsers send Origin (and Sec-Fetch-Site); programs that send
 * neither carry no one's cookies by accident and are let through.
 */
export function isOurOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  return origin === undefined || origin === new URL(publicUrl).origin || isSameHost(origin, headers.host);
}

/** One machine is reached by several names (localhost, 127.0.0.1, its name in the local network). */
function isSameHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
