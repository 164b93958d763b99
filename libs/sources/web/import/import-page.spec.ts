import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Component } from '@angular/core';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@uptake/people/web';
import { Toasts } from '@uptake/web/ui';
import type { SourcePreview } from '@uptake/sources/contracts';
import { readText, recognise } from '@uptake/sources/domain';
import { PageView, provideTesting } from '@uptake/web/testing';
import { ImportPage } from './import-page';

@Component({ template: '<h1>Arrived</h1>' })
class Elsewhere {}

const ID = '7b1c1a52-0000-4000-8000-000000000001';
/** The first test brings every part of the page. */
const FIRST_LOAD_MS = 30_000;
const TEXT = [
  'Recommendations of the Workshop on Training',
  '',
  'TRAINING',
  '',
  '- Train every officer before departure.',
  '- Count who was trained.',
  '',
  'FINANCING',
  '',
  '- Fund local networks for three years.',
].join('\n');

describe('bringing in a document', () => {
  let server: HttpTestingController;
  let page: PageView;

  beforeEach(async () => {
    window.HTMLElement.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideTesting([
          { path: '', component: ImportPage },
          { path: '**', component: Elsewhere },
        ]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const signingIn = TestBed.inject(Session).load();
    const memberships = [{ role: 'coordinator', scope: 'source', scopeId: ID, scopeName: 'Plan' }];
    server.expectOne('/api/v1/session').flush({ accountId: ID, person: null, memberships });
    await signingIn;
    const harness = await RouterTestingHarness.create('/');
    page = new PageView(harness.fixture);
    document.body.append(page.element);
    await page.settle();
  }, FIRST_LOAD_MS);
  afterEach(() => {
    server.verify();
    TestBed.inject(Toasts).dismiss();
    page.element.remove();
  });

  async function read(change: (preview: SourcePreview) => SourcePreview = (preview) => preview): Promise<void> {
    await page.fill('Text of the document', TEXT);
    await page.press('Read it');
    const outline = recognise(readText(TEXT));
    const preview: SourcePreview = {
      ...{ outline, lines: TEXT.split('\n'), suggested: { title: 'Workshop on Training', referencePrefix: 'WT26' } },
      ...{ known: null, knownInstitution: null },
    };
    server.expectOne('/api/v1/sources/previews').flush(change(preview));
    await page.settle();
  }

  const key = async (...keys: string[]) => {
    for (const one of keys) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true }));
      await page.settle();
    }
  };
  const texts = () => page.all('ut-outline-entry .t-reading-s').map((text) => text.textContent?.trim());
  const current = () => page.all('ut-outline-entry.current .t-reading-s').map((text) => text.textContent?.trim());
  const send = async () => {
    await page.press(/^Import/);
    const request = server.expectOne('/api/v1/sources');
    request.flush({ id: ID, revision: 1, added: 2, changed: 0, institutionsAdded: 0 }, { status: 201, statusText: 'made' });
    await page.settle();
    server.match('/api/v1/session').forEach((session) => session.flush({ accountId: ID, person: null, memberships: [] }));
    await page.settle();
    return request.request.body as { outline: { items: { text: string; code?: string }[] }; title: string };
  };

  it('shows what was found beside the lines of the document', async () => {
    await read();
    expect(texts()).toEqual(['Train every officer before departure.', 'Count who was trained.', 'Fund local networks for three years.']);
    await key('j');
    expect(current()).toEqual(['Count who was trained.']);
    expect(page.all('ut-source-lines .own').map((line) => line.textContent)).toEqual([expect.stringContaining('- Count who was trained.')]);
  });

  it('is corrected by keys, and every correction can be taken back', async () => {
    await read();
    await key('j', 'm');
    expect(texts()).toEqual(['Train every officer before departure. Count who was trained.', 'Fund local networks for three years.']);
    await key('j', 'x');
    expect(texts()).toHaveLength(1);
    await key('u', 'u');
    expect(texts()).toHaveLength(3);
  });

  it('sends the outline as it was corrected, and goes where it now stands', async () => {
    await read();
    await key('x');
    const body = await send();
    expect(body.title).toBe('Workshop on Training');
    expect(body.outline.items.map(({ text }) => text)).toEqual(['Count who was trained.', 'Fund local networks for three years.']);
    expect(TestBed.inject(Router).url).toBe(`/sources/${ID}`);
    expect(TestBed.inject(Toasts).current()?.undo).toBeDefined();
  });

  it('keeps a warning at its item until somebody does what it proposes', async () => {
    const warning = { code: 'item-without-code', line: 6, after: '13.b', before: '13.d', missing: '13.c' } as const;
    await read((preview) => ({ ...preview, outline: { ...preview.outline, warnings: [warning] } }));
    expect(page.text).toContain('13.b is followed by an item without a code.');
    await key('n');
    expect(current()).toEqual(['Count who was trained.']);
    await key('f');
    expect(page.text).not.toContain('followed by an item without a code');
    expect((await send()).outline.items[1]?.code).toBe('13.c');
  });

  it('lets a text be written anew; what has none is not imported', async () => {
    await read();
    await key('e');
    await page.fill('Text', '');
    await page.press('Keep');
    expect(page.control(/^Import/)).toHaveProperty('disabled', true);
    expect(page.text).toContain('One item has no text yet.');
    await key('u');
    expect(page.control(/^Import/)).toHaveProperty('disabled', false);
  });

  it('shows what would change in a document that is here already, and sends only that', async () => {
    await read((preview) => {
      const [first, second] = preview.outline.items;
      if (!first || !second) throw new Error('The document has items.');
      const difference = { added: [first], changed: [], removed: [{ ...second, text: 'An older one.' }], same: 1 };
      return { ...preview, known: { id: ID, title: 'Workshop on Training', revision: 4, difference } };
    });
    expect(page.text).toContain('One item is new, nothing changed, one is missing, one is the same.');
    await page.press('Import what is new and changed');
    const request = server.expectOne(`/api/v1/sources/${ID}/imports`);
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    request.flush({ id: ID, revision: 5, added: 1, changed: 0, institutionsAdded: 0 }, { status: 201, statusText: 'made' });
    await page.settle();
    expect(TestBed.inject(Router).url).toBe(`/sources/${ID}`);
  });

  it('says what was wrong with a document that could not be read, and keeps its text', async () => {
    await page.fill('Text of the document', TEXT);
    await page.press('Read it');
    const problem = { type: '', title: '', status: 422, code: 'document_too_hard', detail: 'This document takes too long to read.' };
    server.expectOne('/api/v1/sources/previews').flush(problem, { status: 422, statusText: 'no' });
    await page.settle();
    expect(page.text).toContain('This document takes too long to read.');
    expect(page.field('Text of the document').value).toBe(TEXT);
  });
});
