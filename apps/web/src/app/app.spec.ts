import { HttpTestingController } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router, TitleStrategy } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Network } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { PageTitle, Theme, Toasts } from '@uptake/web/ui';
import { App } from './app';
import { routes } from './app.routes';

const loaded = signal(false);

@Component({ template: '<h1>Start</h1>' })
class Start {}

@Component({ template: '<h1>Vote</h1>' })
class Room {}

@Component({ template: '@if (loaded()) {<h1>Late</h1>} <a href="#elsewhere">Elsewhere</a>' })
class Slow {
  readonly loaded = loaded;
}

@Component({ template: '<h1>Plans</h1>' })
class Plans {}

const marta = {
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

describe('the shell', () => {
  let fixture: ComponentFixture<App>;
  let page: PageView;
  let router: Router;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideTesting([
          { path: '', pathMatch: 'full', component: Start },
          { path: 'room', component: Room, data: { frame: 'room' } },
          { path: 'plans', component: Plans, title: 'shell.sections.plans' },
          { path: 'slow', component: Slow },
          ...routes,
        ]),
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    });
    router = TestBed.inject(Router);
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(App);
    page = new PageView(fixture);
    document.body.append(page.element);
    HTMLElement.prototype.hidePopover ??= () => undefined;
    await go('/');
  });
  afterEach(() => {
    TestBed.inject(Toasts).dismiss();
    page.element.remove();
  });

  async function go(url: string) {
    await router.navigateByUrl(url);
    await page.settle();
  }
  async function signIn() {
    const signingIn = TestBed.inject(Session).signIn({ token: 'a'.repeat(30) });
    server.expectOne('/api/v1/sessions').flush(marta);
    await signingIn;
    await page.settle();
  }
  const heading = () => page.all('main h1')[0];

  it('leads a visitor to sign in, and nowhere else', () => {
    expect(page.control('Sign in').getAttribute('href')).toBe('/sign-in');
    expect(() => page.control('Institutions')).toThrow();
  });

  it('leads a person to every section and says where they are', async () => {
    await signIn();
    await go('/plans');
    const here = page.all('header nav a[aria-current="page"]').map((link) => link.textContent?.trim());
    expect(here).toContain('Plans');
    expect(here).not.toContain('Home');
    expect(page.text).toContain('MD');
  });

  it('moves the focus to the heading of a new page, but not for another filter of the same', async () => {
    await go('/plans');
    expect(document.activeElement).toBe(heading());
    (document.activeElement as HTMLElement).blur();
    await go('/plans?status=overdue');
    expect(document.activeElement).toBe(document.body);
  });

  it('waits with the focus for the heading of a page that still loads, unless the person moved on', async () => {
    loaded.set(false);
    await go('/slow');
    expect(document.activeElement).toBe(page.all('main')[0]);
    loaded.set(true);
    await page.settle();
    expect(document.activeElement).toBe(heading());

    loaded.set(false);
    await go('/plans');
    await go('/slow');
    page.control('Elsewhere').focus();
    loaded.set(true);
    await page.settle();
    expect(document.activeElement).toBe(page.control('Elsewhere'));
  });

  it('skips the masthead on request', async () => {
    await go('/plans');
    HTMLElement.prototype.scrollIntoView ??= () => undefined;
    page.control('Skip to the content').click();
    expect(document.activeElement).toBe(heading());
    expect(router.url).toBe('/plans');
  });

  it('names the window after the page, and after what the page shows once it knows', async () => {
    const title = TestBed.inject(Title);
    await go('/plans');
    expect(title.getTitle()).toBe('Plans · Uptake');
    TestBed.inject(PageTitle).name('13.b');
    await page.settle();
    expect(title.getTitle()).toBe('13.b · Uptake');
    await go('/');
    expect(title.getTitle()).toBe('Uptake');
  });

  it('leaves the masthead out in a room', async () => {
    await go('/room');
    expect(page.all('header')).toHaveLength(0);
    await go('/plans');
    expect(page.all('header')).toHaveLength(1);
  });

  it('does not take a person for a stranger where the server could not be asked', async () => {
    TestBed.inject(Session).unanswered();
    await page.settle();
    expect(heading()?.textContent).toBe('This page could not be fetched');
    expect(() => page.control('Load it again')).not.toThrow();
  });

  it('says in plain words that there is no such page', async () => {
    await go('/nowhere/at/all');
    expect(heading()?.textContent).toBe('There is no page here');
  });

  it('says that the network is gone as long as it is', async () => {
    TestBed.inject(Network).online.set(false);
    await page.settle();
    expect(page.text).toContain('No network.');
    TestBed.inject(Network).online.set(true);
    await page.settle();
    expect(page.text).not.toContain('No network.');
  });

  it('signs out, here or everywhere, and says so', async () => {
    await signIn();
    await page.press('Sign out everywhere');
    server.expectOne({ method: 'DELETE', url: '/api/v1/sessions' }).flush(null);
    await page.settle();
    await page.settle();
    expect(router.url).toBe('/sign-in');
    expect(page.text).toContain('Signed out on every device.');
    expect(TestBed.inject(Session).signedIn()).toBe(false);
  });

  it('says that nobody was signed out where the server did not answer', async () => {
    await signIn();
    await page.press('Sign out');
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).error(new ProgressEvent('error'));
    await page.settle();
    expect(TestBed.inject(Session).signedIn()).toBe(true);
    expect(page.text).toContain('You are still signed in');
  });

  it('keeps the theme that was chosen, on this device', async () => {
    page.field('Dark').click();
    await page.settle();
    expect([document.documentElement.dataset['theme'], localStorage.getItem('uptake.theme')]).toEqual(['dark', 'dark']);
    page.field('As this device has it').click();
    await page.settle();
    expect([document.documentElement.dataset['theme'], localStorage.getItem('uptake.theme')]).toEqual([undefined, null]);
    expect(TestBed.inject(Theme).choice()).toBe('system');
  });
});
