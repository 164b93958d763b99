import { startTemporaryProduct } from '../../tools/start/temporary-product.mjs';
import type { Product } from './product';

/** Starts the product as `npm start` does, with a quick reminder schedule that knows no night, and stops it after the last journey. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const { url, mailbox, links, stop } = await startTemporaryProduct({
    REMINDER_SWEEP_SECONDS: '1',
    MAIL_HOURS: 'always',
    LOG_LEVEL: 'warn',
  });
  const sessions = await Promise.all(links.map(async (link) => [link.role, await signIn(url, link.url)] as const));
  process.env['UPTAKE_JOURNEY'] = JSON.stringify({ url, mailbox, sessions: Object.fromEntries(sessions) } satisfies Product);
  return stop;
}

/** Spends a printed link, which works once; every journey then begins with the session that it gave. */
async function signIn(url: string, link: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.split('/').at(-1) }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${link} signed nobody in: ${await response.text()}`);
  return cookie;
}
