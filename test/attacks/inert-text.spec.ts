import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderLetter } from '../../libs/platform/mail/render-letter';
import { aMembership, anAccount, aRecommendation, aSource } from '../support/builders';
import type { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

const texts = [
  `<script>alert(document.cookie)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `'; DROP TABLE recommendation; --`,
  `' OR 1=1 --`,
  `{{ constructor.constructor('alert(1)')() }}`,
  '${7*7} #{7*7} <%= 7*7 %>',
  `\\'; SELECT pg_sleep(10) --`,
  'name\r\nBcc: everybody@example.org',
  '\u202Eright to left\u202C and \u0000'.replace('\u0000', '\uFFFD'),
  '= HYPERLINK("https://evil.example")',
  '‏العربية‏ 日本語 б.а 👩🏽‍⚖️',
];

describe('text that means harm', () => {
  let api: RunningApi;
  let coordinator: Client;
  let source: string;

  beforeAll(async () => {
    const web = mkdtempSync(join(tmpdir(), 'uptake-web-'));
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Uptake</title>');
    api = await runningApi({ WEB_ROOT: web });
    const account = await anAccount(api.db);
    source = await aSource(api.db);
    await aMembership(api.db, account, 'coordinator', 'source', source);
    coordinator = await api.as(account);
  });
  afterAll(() => api.stop());

  it.each(texts)('is kept and shown as it was written: %j', async (text) => {
    const id = await aRecommendation(api.db, source);
    const edited = await coordinator.patch<{ text: string }>(
      `recommendations/${id}`,
      { text: `${text} (edited)`, reason: text },
      { ifMatch: 1 },
    );
    expect(edited.status).toBe(200);
    const read = await (await api.as()).get<{ text: string }>(`recommendations/${id}`);
    expect(read.body.text).toBe(`${text} (edited)`);
    expect(read.headers.get('content-type')).toContain('application/json');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
  });

  const lists = ['recommendations', 'institutions', 'workshops'];
  it.each([...texts, '%', '_', '\\', "'", '"', ':*', '!', '&', '|', '<->', '( ) !! & |', '*', '\u0001', 'a'.repeat(200)])(
    'is searched for without harm: %j',
    async (text) => {
      for (const list of lists) {
        const began = Date.now();
        const { status } = await coordinator.get(`${list}?q=${encodeURIComponent(text)}`);
        expect([list, status]).toEqual([list, 200]);
        expect(Date.now() - began).toBeLessThan(3000);
      }
      expect((await api.db.query('SELECT count(*)::int AS count FROM recommendation')) as object[]).toHaveLength(1);
    },
  );

  it.each([
    'recommendations?sort=text;DROP TABLE vote',
    `recommendations?cursor=${Buffer.from(`["1' OR '1'='1",1,1]`).toString('base64url')}`,
    'recommendations?limit=1e9',
  ])('is refused where only known words are taken: %s', async (path) => {
    expect([400, 422]).toContain((await coordinator.get(path)).status);
  });

  it('a wildcard finds itself and not everything', async () => {
    const { body } = await coordinator.get<{ total: number }>(`recommendations?source=${source}&q=${encodeURIComponent('%%%')}`);
    expect(body.total).toBe(0);
  });

  it('is spelled out in mails', async () => {
    const hostile = `<script>alert(1)</script> & "quotes" '`;
    const { html } = await renderLetter({
      language: 'en',
      subject: hostile,
      title: hostile,
      parts: [
        { kind: 'text', text: hostile },
        { kind: 'quote', label: hostile, text: '</mj-text><mj-raw><script>alert(2)</script></mj-raw>' },
        { kind: 'action', text: hostile, url: 'https://uptake.example/"onmouseover="alert(3)' },
      ],
      footer: hostile,
    });
    expect(html).not.toMatch(/<script>alert/);
    expect(html).not.toMatch(/"onmouseover=/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('finds pages that run no script but their own', async () => {
    const { headers } = await (await api.as()).get('/recommendations');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it.each(['/../../../../etc/passwd', '/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%5c..%5cwin.ini'])(
    'reaches no file outside the web: %s',
    async (path) => {
      const { body } = await (await api.as()).get(path);
      expect(JSON.stringify(body)).not.toContain('root:');
    },
  );
});
