import { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Stream } from '@uptake/activity/contracts';
import { Session } from '@uptake/people/web';
import type { Ballot } from '@uptake/voting/contracts';
import { type LiveNews, LiveStreams, Network } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Vote } from './vote';

const uuid = (last: number) => `7b1c1a52-0000-4000-8000-${String(last).padStart(12, '0')}`;
const BALLOT = uuid(1);
const WORKSHOP = uuid(2);
const texts = ['Train every officer.', 'Publish the budget.', 'Name a focal point.'];
const ballot: Ballot = {
  id: BALLOT,
  workshop: { id: WORKSHOP, title: 'Workshop on training', rule: 'open' },
  title: 'First round',
  method: 'approval',
  state: 'open',
  hiddenUntilClosed: false,
  electors: 12,
  openedAt: '2026-03-12T10:00:00.000Z',
  closedAt: null,
  items: texts.map((text, index) => ({
    recommendationId: uuid(10 + index),
    reference: `TW26-${index + 1}`,
    text,
    section: 'Training',
    position: index + 1,
    lifecycle: 'in_ballot',
  })),
  mine: {},
  revision: 2,
  may: { vote: true, facilitate: false },
  notVoting: null,
};
const closed: Partial<Ballot> = {
  state: 'closed',
  closedAt: '2026-03-12T10:45:00.000Z',
  may: { vote: false, facilitate: false },
  notVoting: 'ballot_closed',
};
const late = { type: '', title: 'Conflict', status: 409, code: 'ballot_closed', detail: 'Not counted: the ballot closed at 11:45.' };

/** Draws what there is to draw while a request is still without its answer. */
const draw = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

describe('voting', () => {
  let server: HttpTestingController;
  let page: PageView;
  let news: LiveNews | undefined;
  const online = signal(true);

  async function open(change: Partial<Ballot> = {}, account = uuid(5)) {
    TestBed.resetTestingModule();
    const streams = { join: (_: Stream, listener: LiveNews) => ((news = listener), () => undefined) };
    TestBed.configureTestingModule({
      providers: [provideTesting(), { provide: LiveStreams, useValue: streams }, { provide: Network, useValue: { online } }],
    });
    server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(Session).load();
    server.expectOne('/api/v1/session').flush({ accountId: account, person: null, memberships: [] });
    await session;
    const fixture = TestBed.createComponent(Vote);
    fixture.componentRef.setInput('id', BALLOT);
    page = new PageView(fixture);
    document.body.append(page.element);
    await draw();
    await told(change);
  }

  /** The server tells the ballot as it stands. */
  async function told(change: Partial<Ballot> = {}) {
    const asked = () => server.match(`/api/v1/ballots/${BALLOT}`)[0];
    let request = asked();
    for (; !request; request = asked()) await draw();
    request.flush({ ...ballot, ...change });
    await draw();
    await draw();
  }

  const sent = (index: number) => server.expectOne(`/api/v1/ballots/${BALLOT}/votes/${uuid(10 + index)}`);
  const accept = async (index: number, choice: string) => {
    const request = sent(index);
    expect(request.request.method).toBe('PUT');
    expect(request.request.body).toEqual({ choice });
    request.flush({ ballotId: BALLOT, recommendationId: uuid(10 + index), choice });
    await draw();
  };
  const press = async (name: string | RegExp) => {
    page.control(name).click();
    await draw();
  };

  beforeEach(() => {
    localStorage.clear();
    online.set(true);
  });
  afterEach(() => {
    server.verify();
    page.element.remove();
  });

  it('shows one recommendation at a time, from the first that has no choice yet', async () => {
    await open({ mine: { [uuid(10)]: 'agree' } });
    expect(page.text).toContain('2 of 3');
    expect(page.text).toContain('Publish the budget.');
    expect(page.text).not.toContain('Name a focal point.');
  });

  it('marks a choice as saved here at once, and as sent when the server has it', async () => {
    await open();
    await press('Agree');
    expect(page.text).toContain('Saved here');
    await accept(0, 'agree');
    expect(page.text).toContain('Sent');
    expect(page.all('[aria-pressed="true"]').map((button) => button.textContent?.trim())).toEqual(['Agree']);
  });

  it('is done by keys alone', async () => {
    await open();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }));
    await draw();
    await accept(0, 'disagree');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await draw();
    expect(page.text).toContain('Publish the budget.');
  });

  it('sends only the last choice of somebody who changes their mind while the network is slow', async () => {
    await open();
    await press('Agree');
    const first = sent(0);
    await press('Disagree');
    await press('Pass');
    first.flush({ ballotId: BALLOT, recommendationId: uuid(10), choice: 'agree' });
    await draw();
    expect(page.text).toContain('Saved here');
    await accept(0, 'pass');
    expect(page.text).toContain('Sent');
  });

  it('keeps what the network swallowed, and sends it when the network is back', async () => {
    await open();
    online.set(false);
    await press('Agree');
    sent(0).error(new ProgressEvent('error'));
    await draw();
    expect(page.text).toContain('Saved here');
    online.set(true);
    await draw();
    await accept(0, 'agree');
    expect(page.text).toContain('Sent');
  });

  it('keeps it across a reload, for the same person alone', async () => {
    await open();
    await press('Agree');
    sent(0).error(new ProgressEvent('error'));
    page.element.remove();
    await open({}, uuid(6));
    page.element.remove();
    await open();
    await accept(0, 'agree');
    expect(localStorage.length).toBe(0);
  });

  it('shows a choice that came too late as not counted, with the reason, and what counts instead', async () => {
    await open({ mine: { [uuid(10)]: 'agree', [uuid(11)]: 'agree', [uuid(12)]: 'agree' } });
    await press('Pass');
    sent(0).flush(late, { status: 409, statusText: 'Conflict' });
    await draw();
    await told({ ...closed, mine: { [uuid(10)]: 'agree' } });
    expect(page.text).toContain('Not counted: the ballot closed at 11:45.');
    expect(page.all('[aria-pressed="true"]').map((button) => button.textContent?.trim())).toEqual(['Agree']);
    expect(page.all('ut-vote-buttons button:not([disabled])')).toEqual([]);
  });

  it('says after the close that choices are no longer kept with people', async () => {
    await open({ ...closed, mine: {} });
    expect(page.text).toContain('Choices are no longer kept with people; only the counts are.');
    expect(page.all('[aria-pressed="true"]')).toEqual([]);
  });

  it('closes while it is looked at', async () => {
    await open();
    news?.onFact?.({
      cursor: '1.1',
      streams: [],
      type: 'voting.ballot_closed',
      at: '2026-03-12T10:45:00.000Z',
      data: { ballotId: BALLOT },
    });
    await told(closed);
    expect(page.text).toMatch(/The ballot closed at \d\d:45\./);
    expect(page.control('See the results').getAttribute('href')).toBe(`/ballots/${BALLOT}`);
  });

  it('says plainly why a latecomer only looks on', async () => {
    await open({ may: { vote: false, facilitate: false }, notVoting: 'joined_after_opening' });
    expect(page.text).toContain('The ballot opened before you joined; you can vote in the next one.');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
    await draw();
    expect(page.text).not.toContain('Saved here');
  });

  it('looks over all choices, and goes back to one of them', async () => {
    await open({ mine: { [uuid(10)]: 'agree', [uuid(11)]: 'pass' } });
    await press('All 3');
    expect(page.text).toContain('2 of 3 chosen');
    expect(page.text).toMatch(/TW26-3 Name a focal point\. Nothing chosen yet/);
    await press(/^TW26-2/);
    expect(page.text).toContain('2 of 3');
    expect(page.text).toContain('Publish the budget.');
  });
});
