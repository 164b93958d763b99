import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { peopleRoutes } from '../people.routes';
import { Session } from '../session/session';
import { safeNext } from '../session/signed-in.guard';

@Component({ template: '<h1>Arrived</h1>' })
class Elsewhere {}

const session = {
  accountId: '7b1c1a52-0000-4000-8000-000000000001',
  person: {
    id: '7b1c1a52-0000-4000-8000-000000000001',
    name: 'Marta Delacroix',
    email: 'marta@example.org',
    language: 'en',
    timeZone: 'Europe/Brussels',
    revision: 3,
  },
  memberships: [],
};
const wrongCode = { type: '', title: '', status: 422, code: 'code_wrong', detail: 'That code is not right.' };

describe('signing in', () => {
  let server: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: PageView;

  async function open(url: string) {
    TestBed.configureTestingModule({ providers: [provideTesting([...peopleRoutes, { path: '**', component: Elsewhere }])] });
    server = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create(url);
    page = new PageView(harness.fixture);
    document.body.append(page.element);
    await page.settle();
  }
  afterEach(() => {
    server.verify();
    page.element.remove();
  });

  /** Waits for the request that the page is about to make. */
  async function answer(url: string, body: object, status = 200) {
    const request = server.expectOne(url);
    request.flush(body, { status, statusText: 'told' });
    await page.settle();
    return request.request;
  }

  async function askForLink() {
    await page.fill('E-mail address', 'marta@example.org');
    await page.press('Send me a link');
    return answer('/api/v1/sign-in-links', {}, 202);
  }

  it('asks for the address first, and then says the same whoever it is', async () => {
    await open('/sign-in');
    expect((await askForLink()).body).toEqual({ email: 'marta@example.org' });
    expect(page.text).toContain('If marta@example.org is known here, a message is on its way.');
    expect(document.activeElement).toBe(page.field('Code from the message'));
  });

  it('sends nothing for what is no address', async () => {
    await open('/sign-in');
    await page.fill('E-mail address', 'marta');
    await page.press('Send me a link');
    expect(page.text).toContain('Write an e-mail address');
  });

  it('leads back to where the person was going, once the code is right', async () => {
    await open('/sign-in?next=%2Fplans%2F7');
    await askForLink();
    await page.fill('Code from the message', '48 15-16');
    await page.press('Sign in');
    expect((await answer('/api/v1/sessions', session, 201)).body).toEqual({ email: 'marta@example.org', code: '481516' });
    expect(TestBed.inject(Router).url).toBe('/plans/7');
    expect(TestBed.inject(Session).person()?.name).toBe('Marta Delacroix');
  });

  it('says at the code that it is wrong, and lets the person try again', async () => {
    await open('/sign-in');
    await askForLink();
    await page.fill('Code from the message', '111111');
    await page.press('Sign in');
    await answer('/api/v1/sessions', wrongCode, 422);
    const described = page.field('Code from the message').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent?.trim()).toBe('That code is not right.');
    await page.fill('Code from the message', '481516');
    await page.press('Sign in');
    await answer('/api/v1/sessions', session, 201);
    expect(TestBed.inject(Session).signedIn()).toBe(true);
  });

  it('is begun anew with another address', async () => {
    await open('/sign-in');
    await askForLink();
    await page.press('Use another address');
    expect(page.text).toContain('There is no password to remember.');
  });

  it('uses a link up only when the button is pressed', async () => {
    await open('/sign-in/abcdefghijklmnopqrstuvwxyz');
    server.expectNone('/api/v1/sessions');
    expect(page.text).not.toContain('marta');
    await page.press('Sign in here');
    expect((await answer('/api/v1/sessions', session, 201)).body).toEqual({ token: 'abcdefghijklmnopqrstuvwxyz' });
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('offers another link where this one is spent', async () => {
    await open('/sign-in/abcdefghijklmnopqrstuvwxyz');
    await page.press('Sign in here');
    await answer('/api/v1/sessions', { ...wrongCode, code: 'link_spent', detail: 'This link was used already.' }, 422);
    expect(page.text).toContain('This link was used already.');
    await page.press('Ask for another link');
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('is asked of a visitor who wants to see the account page', async () => {
    await open('/account');
    expect(TestBed.inject(Router).url).toBe('/sign-in?next=%2Faccount');
  });
});

describe('where to go after signing in', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])('is never %s', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it('is a path of ours with its filters', () => {
    expect(safeNext('/recommendations?status=overdue')).toBe('/recommendations?status=overdue');
  });
});
