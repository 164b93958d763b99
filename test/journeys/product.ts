import { type Browser, expect, type Page } from '@playwright/test';

export interface Product {
  url: string;
  mailbox: string;
  /** The session cookies of the sample's people, by role. */
  sessions: Record<string, string>;
}

export type SamplePerson = 'administrator' | 'coordinator' | 'focal_point' | 'participant';

export const product = (): Product => JSON.parse(process.env['UPTAKE_JOURNEY'] ?? '{}') as Product;

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

interface Screen {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

/** A browser of one's own for somebody of the sample, or for nobody in particular. */
export async function open(browser: Browser, who?: SamplePerson, { viewport = desk, colorScheme = 'light' }: Screen = {}): Promise<Page> {
  const { url, sessions } = product();
  const context = await browser.newContext({ baseURL: url, viewport, colorScheme, reducedMotion: 'reduce' });
  const [name = '', value = ''] = (who ? sessions[who] : undefined)?.split('=') ?? [];
  if (name) await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  watchConsole(page);
  return page;
}

const complaints = new WeakMap<Page, string[]>();

function watchConsole(page: Page): void {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
}

/** Nothing went wrong out of sight. */
export function expectQuietConsole(...pages: Page[]): void {
  for (const page of pages) expect(complaints.get(page), page.url()).toEqual([]);
}

interface Mail {
  to: { address: string }[];
  subject: string;
  html: string;
  text: string;
}

/** The mails that the mailbox holds for an address, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${product().mailbox}/api/email`);
  const answer = (await response.json()) as Mail[] | { emails: Mail[] };
  const mails = Array.isArray(answer) ? answer : answer.emails;
  return mails.filter(({ to }) => to.some((recipient) => recipient.address === address));
}
