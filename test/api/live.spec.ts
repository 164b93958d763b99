import { randomUUID } from 'node:crypto';
import type { ActivityPage } from '@uptake/activity/contracts';
import { Notifications } from '@uptake/platform/database';
import { accessChanged } from '@uptake/platform/live';
import { aMembership, anAccount, anInstitution, aParticipant, aWorkshop } from '../support/builders';
import type { Client } from '../support/client';
import { Screen } from '../support/screen';
import { runningApi, type RunningApi } from '../support/running-api';
import { tell } from '../support/tell';

const SECOND = 1000;

describe('live', () => {
  let api: RunningApi;
  let workshop: `workshop:${string}`;
  let participant: string;
  const screens: Screen[] = [];

  beforeAll(async () => {
    api = await runningApi();
  });
  beforeEach(async () => {
    const id = await aWorkshop(api.db);
    workshop = `workshop:${id}`;
    participant = await anAccount(api.db);
    await aParticipant(api.db, id, participant);
  });
  afterEach(() => screens.splice(0).forEach((screen) => screen.close()));
  afterAll(() => api.stop());

  const screenOf = async (client: Client): Promise<Screen> => {
    const screen = await Screen.open(client);
    screens.push(screen);
    return screen;
  };
  const numbers = ({ facts }: Screen) => facts.map(({ data }) => data['number']);
  /** A fact that everybody hears marks the end: whatever was to come before it has come. */
  const flush = async (...others: Screen[]) => {
    for (const screen of others) expect(await screen.join('public')).toMatchObject({ ok: true });
    await tell(api, ['public'], -1);
    await Promise.all(others.map((screen) => screen.toldOf(-1)));
  };

  it('two screens of a room hear of the same fact, each once, within a second', async () => {
    const [one, two] = [await screenOf(await api.as(participant)), await screenOf(await api.as(participant))];
    await Promise.all([one.join(workshop), two.join(workshop)]);
    const began = Date.now();
    await tell(api, [workshop], 1);
    await Promise.all([one.told(1), two.told(1)]);
    expect(Date.now() - began).toBeLessThan(SECOND);
    await flush(one, two);
    expect([numbers(one), numbers(two)]).toEqual([
      [1, -1],
      [1, -1],
    ]);
  });

  it('a fact in several streams reaches a screen that follows all of them once', async () => {
    const institution = await anInstitution(api.db);
    await aMembership(api.db, participant, 'focal_point', 'institution', institution);
    const screen = await screenOf(await api.as(participant));
    await screen.join(workshop);
    expect(await screen.join(`institution:${institution}`)).toMatchObject({ ok: true });
    await tell(api, [workshop, `institution:${institution}`], 1);
    await flush(screen);
    expect(numbers(screen)).toEqual([1, -1]);
  });

  it('a fact that was rolled back reaches nobody', async () => {
    const screen = await screenOf(await api.as(participant));
    await screen.join(workshop);
    const runner = api.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`INSERT INTO activity (streams, type, at, data) VALUES ($1, 'test.told', now(), '{"number":7}')`, [[workshop]]);
    await runner.rollbackTransaction();
    await runner.release();
    await flush(screen);
    expect(numbers(screen)).toEqual([-1]);
  });

  it('a screen without the right can’t join, and the answer does not tell whether there is anything to join', async () => {
    const stranger = await screenOf(await api.as(await anAccount(api.db)));
    const nobody = await screenOf(await api.as());
    const refused = { ok: false, code: 'not_found' };
    for (const screen of [stranger, nobody]) {
      expect(await screen.join(workshop)).toEqual(refused);
      expect(await screen.join(`workshop:${randomUUID()}`)).toEqual(refused);
      expect(await screen.join(`account:${participant}`)).toEqual(refused);
    }
    await tell(api, [workshop], 1);
    await flush(stranger, nobody);
    expect([numbers(stranger), numbers(nobody)]).toEqual([[-1], [-1]]);
  });

  it.each([null, 'workshop', 7, ['public'], { $ne: null }, 'session/' + randomUUID(), 'person/' + randomUUID()])(
    'a request to join %j is refused and harms nobody',
    async (stream) => {
      const screen = await screenOf(await api.as(participant));
      expect(await screen.join(stream)).toEqual({ ok: false, code: 'bad_request' });
      expect(await screen.join(workshop)).toMatchObject({ ok: true });
    },
  );

  it('a screen follows twenty streams at most', async () => {
    const administrator = await anAccount(api.db);
    await aMembership(api.db, administrator, 'administrator', 'system', null);
    const screen = await screenOf(await api.as(administrator));
    const answers = [];
    for (let count = 0; count < 21; count += 1) answers.push(await screen.join(`institution:${await anInstitution(api.db)}`));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
    expect(answers.at(-1)).toEqual({ ok: false, code: 'too_many' });
  });

  it('a page of another site can’t open a socket', async () => {
    const { url, cookie = '' } = await api.as(participant);
    await expect(Screen.open({ url, cookie }, { origin: 'https://evil.example' })).rejects.toThrow();
    await expect(Screen.open({ url, cookie }, { 'sec-fetch-site': 'cross-site' })).rejects.toThrow();
  });

  it('signing out closes the screens of that session within a second, and no others', async () => {
    const [phone, desk] = [await api.as(participant), await api.as(participant)];
    const [gone, stays] = [await screenOf(phone), await screenOf(desk)];
    const told = new Promise((resolve) => gone.socket.once('session-ended', resolve));
    const began = Date.now();
    expect((await phone.delete('session')).status).toBe(204);
    await Promise.all([told, gone.closed]);
    expect(Date.now() - began).toBeLessThan(SECOND);
    expect(await stays.join(workshop)).toMatchObject({ ok: true });
  });

  it('signing out everywhere closes them all', async () => {
    const [phone, desk] = [await api.as(participant), await api.as(participant)];
    const opened = [await screenOf(phone), await screenOf(desk)];
    await phone.delete('sessions');
    await Promise.all(opened.map(({ closed }) => closed));
  });

  it('whoever loses a role stops hearing within a second what it opened', async () => {
    const institution = await anInstitution(api.db);
    await aMembership(api.db, participant, 'focal_point', 'institution', institution);
    const screen = await screenOf(await api.as(participant));
    const stream = `institution:${institution}` as const;
    await screen.join(stream);
    await screen.join(workshop);
    await api.db.query('DELETE FROM membership WHERE account_id = $1', [participant]);
    api.app.get(Notifications).hint(accessChanged(participant));
    const began = Date.now();
    let heard = true;
    for (let round = 1; heard; round += 1) {
      await tell(api, [stream], round * 2);
      await tell(api, [workshop], round * 2 + 1);
      await screen.toldOf(round * 2 + 1);
      heard = numbers(screen).includes(round * 2);
    }
    expect(Date.now() - began).toBeLessThan(SECOND);
    expect(await screen.join(stream)).toEqual({ ok: false, code: 'not_found' });
  });

  it('a screen that left a stream hears no more of it', async () => {
    const screen = await screenOf(await api.as(participant));
    await screen.join(workshop);
    screen.leave(workshop);
    await screen.join('public');
    await tell(api, [workshop], 1);
    await flush(screen);
    expect(numbers(screen)).toEqual([-1]);
  });

  it('after a gap, reading from the last cursor gives exactly what was missed', async () => {
    const client = await api.as(participant);
    const screen = await screenOf(client);
    await screen.join(workshop);
    await tell(api, [workshop], 1);
    const [last] = await screen.told(1);
    screen.close();
    await tell(api, [workshop], 2);
    await tell(api, ['public'], 3);
    await tell(api, [workshop], 4, 5);
    const again = await screenOf(client);
    const joined = await again.join(workshop);
    expect(joined).toMatchObject({ ok: true });
    const { body } = await client.get<ActivityPage>(`activity?stream=${workshop}&after=${last?.cursor}`);
    expect(body.items.map(({ data }) => data['number'])).toEqual([2, 4, 5]);
    await tell(api, [workshop], 6);
    await again.toldOf(6);
    const known = new Map([...body.items, ...again.facts].map((fact) => [fact.cursor, fact.data['number']]));
    expect([...known.values()]).toEqual([2, 4, 5, 6]);
  });

  it('the cursor of joining lies before everything that the screen is told afterwards', async () => {
    const client = await api.as(participant);
    const screen = await screenOf(client);
    const joined = await screen.join(workshop);
    if (!joined.ok) throw new Error(joined.code);
    await tell(api, [workshop], 1);
    const [fact] = await screen.told(1);
    const { body } = await client.get<ActivityPage>(`activity?stream=${workshop}&after=${joined.cursor}`);
    expect(body.items).toEqual([fact]);
  });
});
