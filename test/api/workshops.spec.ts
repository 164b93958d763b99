import { SendInvitation } from '@uptake/workshops/contracts';
import { aMembership, anAccount, aParticipant, aRecommendation, aSource, aWorkshop } from '../support/builders';
import type { Client } from '../support/client';
import { MailCatcher } from '../support/mail-catcher';
import { runningApi, type RunningApi } from '../support/running-api';
import { SetClock } from '../support/set-clock';
import { runningWorker, type RunningWorker } from '../support/running-worker';

interface Workshop {
  id: string;
  joinCode: string | null;
  revision: number;
  rule: string;
  title: string;
  source: { recommendations: number } | null;
  participants: { total: number; byConstituency: Record<string, number> };
  seat: { participantId: string; part: string } | null;
  may: { facilitate: boolean };
}

const plan = { kind: 'workshop', title: 'Training of officers', startsOn: '2026-03-12', endsOn: '2026-03-13', timeZone: 'Europe/Brussels' };

describe('workshops', () => {
  let api: RunningApi;
  let source: string;
  let coordinator: Client;

  beforeAll(async () => {
    api = await runningApi();
    source = await aSource(api.db);
    const account = await anAccount(api.db);
    await aMembership(api.db, account, 'coordinator', 'source', source);
    coordinator = await api.as(account);
  });
  afterAll(() => api.stop());

  const create = async (values: object = {}): Promise<Workshop> => {
    const { status, body } = await coordinator.post<Workshop>('workshops', { ...plan, sourceId: source, ...values });
    expect(status).toBe(201);
    return body;
  };

  it('a coordinator who makes one facilitates it and gets its code', async () => {
    await aRecommendation(api.db, source);
    const workshop = await create();
    expect(workshop.joinCode).toMatch(/^[2-9A-HJKMNP-TW-Z]{6}$/);
    expect(workshop.seat?.part).toBe('facilitator');
    expect(workshop.may.facilitate).toBe(true);
    expect(workshop.source?.recommendations).toBe(1);
  });

  it('is not made by people who coordinate nothing, nor on the source of others, nor with its days the wrong way round', async () => {
    const person = await api.as(await anAccount(api.db));
    expect((await person.post('workshops', plan)).status).toBe(403);
    expect((await coordinator.post('workshops', { ...plan, sourceId: await aSource(api.db) })).status).toBe(403);
    const wrong = await coordinator.post<{ errors: { path: string }[] }>('workshops', { ...plan, endsOn: '2026-03-11' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors[0]?.path).toBe('endsOn');
  });

  it('is the same as missing for whoever has no seat in it', async () => {
    const { id } = await create();
    const stranger = await api.as(await anAccount(api.db));
    expect((await stranger.get(`workshops/${id}`)).status).toBe(404);
    expect((await stranger.get(`workshops/${id}/participants`)).status).toBe(404);
    expect((await (await api.as()).get(`workshops/${id}`)).status).toBe(401);
    expect((await stranger.get<{ total: number }>('workshops')).body.total).toBe(0);
  });

  it('pages through the list without losing or repeating one', async () => {
    const other = await aSource(api.db);
    const account = await anAccount(api.db);
    await aMembership(api.db, account, 'coordinator', 'source', other);
    const client = await api.as(account);
    const made: string[] = [];
    for (let day = 1; day <= 5; day += 1) {
      made.push(await aWorkshop(api.db, { source_id: other, starts_on: `2026-03-0${Math.ceil(day / 2)}` }));
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { id: string }[]; cursor: string | null; total: number } } = await client.get(
        `workshops?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.body.total).toBe(5);
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.cursor;
    }
    expect(seen.sort()).toEqual(made.sort());
    expect((await client.get('workshops?cursor=eyJ4IjoxfQ')).status).toBe(400);
  });

  it('is changed by its revision only, and its rule never loosens', async () => {
    const { id, revision } = await create();
    expect((await coordinator.patch(`workshops/${id}`, { title: 'New title' })).status).toBe(428);
    const changed = await coordinator.patch<Workshop>(`workshops/${id}`, { rule: 'chatham_house' }, { ifMatch: revision });
    expect(changed.body).toMatchObject({ rule: 'chatham_house', title: plan.title, revision: revision + 1 });
    expect((await coordinator.patch(`workshops/${id}`, { title: 'Stale' }, { ifMatch: revision })).status).toBe(412);
    const loosened = await coordinator.patch(`workshops/${id}`, { rule: 'open' }, { ifMatch: revision + 1 });
    expect(loosened.body).toMatchObject({ status: 409, code: 'rule_cannot_be_loosened' });
  });

  it('is not changed by whoever only takes part', async () => {
    const { id, revision } = await create();
    const account = await anAccount(api.db);
    await aParticipant(api.db, id, account, { part: 'chair' });
    const chair = await api.as(account);
    expect((await chair.patch(`workshops/${id}`, { title: 'Mine now' }, { ifMatch: revision })).status).toBe(403);
    expect((await chair.post(`workshops/${id}/participants`, { constituency: 'un' })).status).toBe(403);
    expect((await chair.get<Workshop>(`workshops/${id}`)).body.joinCode).toBeNull();
  });

  it('an address on the list becomes an account once, and its owner finds the workshop', async () => {
    const { id } = await create();
    const guest = { name: 'Bea Example', email: 'bea@ministry.example', constituency: 'government' };
    expect((await coordinator.post(`workshops/${id}/participants`, guest)).status).toBe(201);
    const twice = await coordinator.post(`workshops/${id}/participants`, { ...guest, email: 'BEA@ministry.example' });
    expect(twice.body).toMatchObject({ status: 409, code: 'seated_already' });
    const accounts: { id: string }[] = await api.db.query(`SELECT id FROM account WHERE email = 'bea@ministry.example'`);
    expect(accounts).toHaveLength(1);
    const bea = await api.as(accounts[0]?.id);
    expect((await bea.get<{ items: { id: string }[] }>('workshops')).body.items.map((row) => row.id)).toEqual([id]);
  });

  it('a small group is counted among the others', async () => {
    const id = await aWorkshop(api.db, { source_id: source });
    for (let count = 0; count < 6; count += 1) await aParticipant(api.db, id, null, { constituency: 'un' });
    await aParticipant(api.db, id, null, { constituency: 'academia' });
    const { participants } = (await coordinator.get<Workshop>(`workshops/${id}`)).body;
    expect(participants).toEqual({ total: 7, byConstituency: { un: 6, other: 1 } });
  });

  describe('the door', () => {
    it('tells whoever has the code what the room is, in small letters too, and lets them in with one press', async () => {
      const { id, joinCode } = await create();
      const phone = await api.as();
      const room = await phone.get(`rooms/${joinCode?.toLowerCase()}`);
      expect(room.body).toEqual({ workshopId: id, title: plan.title, rule: 'open', asksName: true, ballotOpen: false });
      const seat = await phone.post<{ participantId: string }>('rooms', { code: joinCode, constituency: 'civil_society' });
      expect(seat.status).toBe(201);
      expect((await phone.get<Workshop>(`workshops/${id}`)).body.seat).toEqual({
        participantId: seat.body.participantId,
        part: 'participant',
      });
      expect((await phone.get<{ person: unknown }>('session')).body.person).toBeNull();
    });

    it('gives one seat to a device or a person, however often they come', async () => {
      const { id, joinCode } = await create();
      const phone = await api.as();
      const join = () => phone.post<{ participantId: string }>('rooms', { code: joinCode, constituency: 'un' });
      const first = await join();
      expect((await join()).body).toEqual(first.body);
      await coordinator.post('rooms', { code: joinCode, constituency: 'other' });
      expect((await coordinator.get<Workshop>(`workshops/${id}`)).body).toMatchObject({
        participants: { total: 2 },
        seat: { part: 'facilitator' },
      });
    });

    it('keeps no name under the Chatham House rule, and shows the list to those who run it alone', async () => {
      const { id, joinCode } = await create({ rule: 'chatham_house' });
      const phone = await api.as();
      await phone.post('rooms', { code: joinCode, name: 'Ada Example', constituency: 'government' });
      const kept: { name: string | null }[] = await api.db.query(
        `SELECT name FROM participant WHERE workshop_id = $1 AND part = 'participant'
         UNION ALL SELECT account.name FROM account JOIN participant ON account_id = account.id WHERE workshop_id = $1 AND kind = 'guest'`,
        [id],
      );
      expect(kept).toEqual([{ name: null }, { name: null }]);
      expect((await phone.get(`workshops/${id}/participants`)).body).toMatchObject({ status: 403, code: 'names_stay_in_the_room' });
      expect((await coordinator.get<{ items: unknown[] }>(`workshops/${id}/participants`)).body.items).toHaveLength(2);
    });

    it('tells nothing that could name anybody in the log', async () => {
      const { id, joinCode } = await create({ rule: 'chatham_house' });
      await (await api.as()).post('rooms', { code: joinCode, name: 'Ada Example', constituency: 'government' });
      const facts: object[] = await api.db.query(
        `SELECT actor, data FROM activity WHERE $1 = ANY(streams) AND type = 'workshops.participant_joined'`,
        [`workshop:${id}`],
      );
      expect(facts).toEqual([1, 2].map(() => ({ actor: null, data: { workshopId: id } })));
    });

    it('is closed to a wrong code, and to whoever goes on guessing', async () => {
      const guesser = await api.as();
      expect((await guesser.get('rooms/222222')).status).toBe(404);
      let last = 404;
      for (let guess = 0; guess < 80 && last === 404; guess += 1) last = (await guesser.get('rooms/333333')).status;
      expect(last).toBe(429);
    });
  });
});

describe('an invitation', () => {
  /** In the venue's time zone the last day is not over yet. */
  const clock = new SetClock('2026-03-13T22:00:00Z');
  let mails: MailCatcher;
  let api: RunningApi;
  let worker: RunningWorker;
  beforeAll(async () => {
    mails = await MailCatcher.start();
    api = await runningApi({ SMTP_URL: mails.url });
    const secret = 'a secret of at least thirty-two characters';
    worker = await runningWorker(
      {
        DATABASE_URL: api.databaseUrl,
        SMTP_URL: mails.url,
        UPTAKE_SECRET: secret,
        PUBLIC_URL: 'https://uptake.example',
      },
      clock,
    );
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
    await mails.stop();
  });

  it('goes once to whoever is put on the list with an address, and says what, when and where', async () => {
    const account = await anAccount(api.db);
    const workshop = await aWorkshop(api.db, { venue: 'Riverside House' });
    await aParticipant(api.db, workshop, account, { part: 'facilitator' });
    const facilitator = await api.as(account);
    const add = (email: string | null) => facilitator.post(`workshops/${workshop}/participants`, { email, constituency: 'un' });
    await add('bea@ministry.example');
    await add('bea@ministry.example');
    await add(null);
    const mail = await mails.arrived('bea@ministry.example');
    expect(mail.subject).toBe('You are invited: Workshop on training');
    expect(mail.text).toMatch(/It begins on Thursday,? 12 March 2026\. Venue: Riverside House\./);
    expect(mail.text).toContain(`https://uptake.example/workshops/${workshop}`);
    await worker.left(0);
    expect(mails.mails).toHaveLength(1);
  });

  it('does not go out for a workshop that is over', async () => {
    const workshop = await aWorkshop(api.db, { ends_on: '2026-03-12' });
    const participantId = await aParticipant(api.db, workshop, await anAccount(api.db, { email: 'late@ministry.example' }));
    await worker.run(SendInvitation, { participantId });
    expect(mails.to('late@ministry.example')).toEqual([]);
  });
});
