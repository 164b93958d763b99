import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import type { Room } from '@uptake/workshops/contracts';
import { workshopsRoutes } from '../workshops.routes';

@Component({ template: '<h1>Arrived</h1>' })
class Elsewhere {}

const WORKSHOP = '7b1c1a52-0000-4000-8000-000000000001';
const room: Room = { workshopId: WORKSHOP, title: 'Workshop on training', rule: 'open', asksName: true, ballotOpen: false };

describe('the door', () => {
  let server: HttpTestingController;
  let page: PageView;
  let renewals: number;

  async function open(url: string) {
    renewals = 0;
    const streams = { renew: () => (renewals += 1) };
    TestBed.configureTestingModule({
      providers: [provideTesting([...workshopsRoutes, { path: '**', component: Elsewhere }]), { provide: LiveStreams, useValue: streams }],
    });
    server = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create(url);
    page = new PageView(harness.fixture);
    document.body.append(page.element);
    await draw();
  }
  const draw = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  async function answer(url: string, body: object, status = 200) {
    const request = server.expectOne(url);
    request.flush(body, { status, statusText: 'told' });
    await page.settle();
    return request.request;
  }

  afterEach(() => {
    server.verify();
    page.element.remove();
  });

  it('finds the room once the code is whole, in small letters too', async () => {
    await open('/join');
    await page.fill('Code', 'k7m4q');
    server.expectNone('/api/v1/rooms/K7M4Q');
    page.field('Code').value = 'k7m4qx';
    page.field('Code').dispatchEvent(new Event('input', { bubbles: true }));
    await draw();
    await answer('/api/v1/rooms/K7M4QX', room);
    expect(page.text).toContain('Workshop on training');
  });

  it('lets somebody in with one choice, without an account, and tells the socket who they are now', async () => {
    await open('/join/K7M4QX');
    await answer('/api/v1/rooms/K7M4QX', room);
    expect(page.text).toContain('No account: your choices are counted');
    await page.fill('I am here for', 'civil_society');
    page.control('Join').click();
    await draw();
    const sent = await answer('/api/v1/rooms', { workshopId: WORKSHOP, participantId: WORKSHOP }, 201);
    expect(sent.body).toEqual({ code: 'K7M4QX', constituency: 'civil_society', name: null });
    await answer('/api/v1/session', { accountId: WORKSHOP, person: null, memberships: [] });
    expect(TestBed.inject(Router).url).toBe(`/workshops/${WORKSHOP}/room`);
    expect(renewals).toBe(1);
  });

  it('does not let somebody in who has not said for whom they are here', async () => {
    await open('/join/K7M4QX');
    await answer('/api/v1/rooms/K7M4QX', room);
    await page.press('Join');
    expect(page.text).toContain('Choose for whom you are here.');
  });

  it('asks for no name under the Chatham House rule', async () => {
    await open('/join/K7M4QX');
    await answer('/api/v1/rooms/K7M4QX', { ...room, rule: 'chatham_house', asksName: false });
    expect(() => page.field(/^Your name/)).toThrow();
    expect(page.text).toContain('No account and no name');
  });

  it('says before anybody joins that the ballot opened without them', async () => {
    await open('/join/K7M4QX');
    await answer('/api/v1/rooms/K7M4QX', { ...room, ballotOpen: true });
    expect(page.text).toContain('The ballot opened before you joined; you can vote in the next one.');
  });

  it('says when no room has the code', async () => {
    await open('/join/K7M4QX');
    await answer('/api/v1/rooms/K7M4QX', { type: '', title: '', status: 404, code: 'not_found' }, 404);
    expect(page.text).toContain('No room has this code.');
  });
});
