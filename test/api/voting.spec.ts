import { io, type Socket } from 'socket.io-client';
import { aMembership, anAccount, aParticipant, aRecommendation, aSource, aWorkshop } from '../support/builders';
import type { Client } from '../support/client';
import { runningApi, type RunningApi } from '../support/running-api';

type Choice = 'agree' | 'disagree' | 'pass';
interface Ballot {
  id: string;
  state: string;
  electors: number;
  hiddenUntilClosed: boolean;
  items: { recommendationId: string; lifecycle: string }[];
  mine: Record<string, Choice>;
  may: { vote: boolean };
  notVoting: string | null;
}
interface Tally {
  ballotId: string;
  state: string;
  electors: number;
  voters: number;
  counts: Record<string, Record<Choice, number>> | null;
  byConstituency: Record<string, Record<string, Record<Choice, number>>> | null;
}

describe('voting', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi();
  });
  afterAll(() => api.stop());

  /** A workshop on three recommendations, with its coordinator and three people who may vote. */
  async function aRoom(rule: 'open' | 'chatham_house' = 'open') {
    const source = await aSource(api.db);
    const items: string[] = [];
    for (let count = 0; count < 3; count += 1) items.push(await aRecommendation(api.db, source));
    const workshop = await aWorkshop(api.db, { source_id: source, rule });
    const coordinator = await anAccount(api.db);
    await aMembership(api.db, coordinator, 'coordinator', 'source', source);
    const people: Client[] = [];
    for (let count = 0; count < 3; count += 1) people.push(await seat(workshop));
    return {
      source,
      workshop,
      items: items as [string, string, string],
      people: people as [Client, Client, Client],
      runs: await api.as(coordinator),
    };
  }

  async function seat(workshop: string, values: object = {}): Promise<Client> {
    const account = await anAccount(api.db, { kind: 'guest', email: null, name: null });
    await aParticipant(api.db, workshop, account, { ...values });
    return api.as(account);
  }

  async function anOpenBallot(values: object = {}, rule?: 'open' | 'chatham_house') {
    const room = await aRoom(rule);
    const { body } = await room.runs.post<Ballot>('ballots', { workshopId: room.workshop, title: 'First round', ...values });
    const opened = await room.runs.post<Ballot>(`ballots/${body.id}/open`);
    expect(opened.status).toBe(200);
    const vote = (client: Client, recommendation: string, choice: Choice) =>
      client.put(`ballots/${body.id}/votes/${recommendation}`, { choice });
    const tally = async (client: Client) => (await client.get<Tally>(`ballots/${body.id}/tally`)).body;
    return { ...room, ballot: opened.body, vote, tally };
  }

  describe('a ballot', () => {
    it('takes every proposed recommendation in the order of the document, and is seen by nobody else before it opens', async () => {
      const { workshop, items, people, runs } = await aRoom();
      const { status, body } = await runs.post<Ballot>('ballots', { workshopId: workshop, title: 'First round' });
      expect(status).toBe(201);
      expect(body).toMatchObject({ state: 'draft', may: { vote: false } });
      expect(body.items.map(({ recommendationId }) => recommendationId)).toEqual(items);
      expect((await people[0].get(`ballots/${body.id}`)).status).toBe(404);
      expect((await people[0].get(`ballots/${body.id}/tally`)).status).toBe(404);
      expect((await people[0].get<{ items: [] }>(`workshops/${workshop}/ballots`)).body.items).toEqual([]);
    });

    it('is drawn up, opened and closed by those who run the workshop alone', async () => {
      const { workshop, runs } = await aRoom();
      const account = await anAccount(api.db);
      await aParticipant(api.db, workshop, account, { part: 'rapporteur' });
      const rapporteur = await api.as(account);
      const stranger = await api.as(await anAccount(api.db));
      const draft = { workshopId: workshop, title: 'First round' };
      expect((await rapporteur.post('ballots', draft)).status).toBe(403);
      expect((await stranger.post('ballots', draft)).status).toBe(404);
      const { id } = (await runs.post<Ballot>('ballots', draft)).body;
      expect((await rapporteur.post(`ballots/${id}/open`)).status).toBe(404);
      await runs.post(`ballots/${id}/open`);
      expect((await rapporteur.post(`ballots/${id}/close`)).status).toBe(403);
      expect((await stranger.post(`ballots/${id}/close`)).status).toBe(404);
    });

    it('takes no recommendation of another source, and opens with none that is not proposed', async () => {
      const { workshop, source, runs } = await aRoom();
      const foreign = await aRecommendation(api.db, await aSource(api.db));
      const wrong = await runs.post('ballots', { workshopId: workshop, title: 'Foreign', recommendationIds: [foreign] });
      expect(wrong.status).toBe(422);
      const adopted = await aRecommendation(api.db, source, { lifecycle: 'adopted', reference: 'TW26-A' });
      const { id } = (await runs.post<Ballot>('ballots', { workshopId: workshop, title: 'Late', recommendationIds: [adopted] })).body;
      const refused = await runs.post(`ballots/${id}/open`);
      expect(refused.body).toMatchObject({ status: 409, code: 'not_to_be_voted_on', params: { reference: 'TW26-A' } });
    });

    it('moves its recommendations into the ballot and back to proposed, and opens and closes once', async () => {
      const { ballot, runs } = await anOpenBallot();
      expect(ballot.items.map(({ lifecycle }) => lifecycle)).toEqual(['in_ballot', 'in_ballot', 'in_ballot']);
      expect((await runs.post(`ballots/${ballot.id}/open`)).body).toMatchObject({ status: 409, code: 'ballot_opened_already' });
      const closed = await runs.post<Ballot>(`ballots/${ballot.id}/close`);
      expect(closed.body.items.map(({ lifecycle }) => lifecycle)).toEqual(['proposed', 'proposed', 'proposed']);
      expect((await runs.post(`ballots/${ballot.id}/close`)).body).toMatchObject({ status: 409, code: 'ballot_closed_already' });
    });

    it('opened by two people at once opens once, with one electorate', async () => {
      const { workshop, runs } = await aRoom();
      const { id } = (await runs.post<Ballot>('ballots', { workshopId: workshop, title: 'Twice' })).body;
      const answers = await Promise.all([runs.post<Ballot>(`ballots/${id}/open`), runs.post<Ballot>(`ballots/${id}/open`)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await runs.get<Ballot>(`ballots/${id}`)).body.electors).toBe(3);
    });

    it('that nobody could vote in does not open', async () => {
      const source = await aSource(api.db);
      await aRecommendation(api.db, source);
      const workshop = await aWorkshop(api.db, { source_id: source });
      await aParticipant(api.db, workshop, null, { name: 'On paper' });
      const account = await anAccount(api.db);
      await aMembership(api.db, account, 'coordinator', 'source', source);
      const runs = await api.as(account);
      const { id } = (await runs.post<Ballot>('ballots', { workshopId: workshop, title: 'Empty room' })).body;
      expect((await runs.post(`ballots/${id}/open`)).body).toMatchObject({ status: 409, code: 'nobody_to_vote' });
    });
  });

  describe('a vote', () => {
    it('counts once however often it is sent, and a changed mind moves it', async () => {
      const { items, people, vote, tally, ballot } = await anOpenBallot();
      for (let sent = 0; sent < 3; sent += 1) expect((await vote(people[0], items[0], 'agree')).status).toBe(200);
      expect((await tally(people[1])).counts?.[items[0]]).toEqual({ agree: 1, disagree: 0, pass: 0 });
      await vote(people[0], items[0], 'disagree');
      expect(await tally(people[1])).toMatchObject({ voters: 1, electors: 3, counts: { [items[0]]: { agree: 0, disagree: 1, pass: 0 } } });
      expect((await people[0].get<Ballot>(`ballots/${ballot.id}`)).body.mine).toEqual({ [items[0]]: 'disagree' });
      expect((await people[1].get<Ballot>(`ballots/${ballot.id}`)).body.mine).toEqual({});
    });

    it('of two people at once, 200 times, ends with exact counts', async () => {
      const { items, people, vote, tally } = await anOpenBallot();
      const kinds: Choice[] = ['agree', 'disagree', 'pass'];
      for (let round = 0; round < 200; round += 1) {
        await Promise.all([
          vote(people[0], items[0], kinds[round % 3] as Choice),
          vote(people[1], items[0], kinds[(round + 1) % 3] as Choice),
        ]);
      }
      const last = kinds.map((kind) => [kinds[199 % 3], kinds[200 % 3]].filter((choice) => choice === kind).length);
      expect((await tally(people[2])).counts?.[items[0]]).toEqual({ agree: last[0], disagree: last[1], pass: last[2] });
    }, 30_000);

    it('sent by one person from two devices at the same moment is still one vote', async () => {
      const { items, people, vote, tally } = await anOpenBallot();
      for (let round = 0; round < 25; round += 1) {
        await Promise.all((['agree', 'disagree', 'agree', 'pass'] as const).map((choice) => vote(people[0], items[1], choice)));
      }
      const counts = (await tally(people[0])).counts?.[items[1]] ?? { agree: 0, disagree: 0, pass: 0 };
      expect(counts.agree + counts.disagree + counts.pass).toBe(1);
      const kept: { choice: Choice }[] = await api.db.query('SELECT choice FROM vote WHERE recommendation_id = $1', [items[1]]);
      expect(kept.map(({ choice }) => counts[choice])).toEqual([1]);
    });

    it('after the close is refused with the time in the room, and changes nothing', async () => {
      const { items, people, runs, ballot, vote, tally } = await anOpenBallot();
      await vote(people[0], items[0], 'agree');
      await runs.post(`ballots/${ballot.id}/close`);
      const late = await vote(people[1], items[0], 'agree');
      expect(late.body).toMatchObject({ status: 409, code: 'ballot_closed', params: { at: expect.stringMatching(/^\d\d:\d\d$/) } });
      expect(late.body['detail']).toMatch(/^Not counted: the ballot closed at \d\d:\d\d\.$/);
      expect((await tally(people[1])).counts?.[items[0]]).toEqual({ agree: 1, disagree: 0, pass: 0 });
    });

    it('never counts after the close, whatever arrives while it closes', async () => {
      const { items, people, runs, ballot, vote, tally } = await anOpenBallot();
      const votes = items.flatMap((item) => people.map((person) => vote(person, item, 'agree')));
      const closed = runs.post(`ballots/${ballot.id}/close`);
      const answers = await Promise.all(votes);
      await closed;
      const kept = answers.filter(({ status }) => status === 200).length;
      const counted = Object.values((await tally(people[0])).counts ?? {}).reduce((sum, { agree }) => sum + agree, 0);
      expect(counted).toBe(kept);
    });

    it('of an observer, of a latecomer and of whoever runs the workshop without a seat is refused, each with its reason', async () => {
      const room = await aRoom();
      const observer = await seat(room.workshop, { part: 'observer' });
      const { id } = (await room.runs.post<Ballot>('ballots', { workshopId: room.workshop, title: 'First round' })).body;
      await room.runs.post(`ballots/${id}/open`);
      const latecomer = await seat(room.workshop);
      for (const [client, code] of [
        [observer, 'observers_do_not_vote'],
        [latecomer, 'joined_after_opening'],
        [room.runs, 'no_seat'],
      ] as const) {
        expect((await client.put(`ballots/${id}/votes/${room.items[0]}`, { choice: 'agree' })).body).toMatchObject({ status: 409, code });
        expect((await client.get<Ballot>(`ballots/${id}`)).body).toMatchObject({ may: { vote: false }, notVoting: code, electors: 3 });
      }
    });

    it('in a workshop of others finds nothing there', async () => {
      const { items, ballot, vote } = await anOpenBallot();
      const elsewhere = (await aRoom()).people[0];
      expect((await vote(elsewhere, items[0], 'agree')).status).toBe(404);
      expect((await elsewhere.get(`ballots/${ballot.id}`)).status).toBe(404);
      expect((await elsewhere.get(`ballots/${ballot.id}/tally`)).status).toBe(404);
      expect((await vote(await api.as(), items[0], 'agree')).status).toBe(401);
    });

    it('on a recommendation outside the ballot, or with a choice that there is not, is refused', async () => {
      const { source, people, ballot } = await anOpenBallot();
      const other = await aRecommendation(api.db, source);
      expect((await people[0].put(`ballots/${ballot.id}/votes/${other}`, { choice: 'agree' })).body).toMatchObject({
        code: 'not_in_ballot',
      });
      const abstain = await people[0].put(`ballots/${ballot.id}/votes/${ballot.items[0]?.recommendationId}`, { choice: 'veto' });
      expect(abstain.status).toBe(422);
    });
  });

  describe('what may be seen', () => {
    it('of a hidden ballot is turnout only, for the facilitator and on the recommendation too, until it closes', async () => {
      const { items, people, runs, ballot, vote, tally } = await anOpenBallot({ hiddenUntilClosed: true });
      await vote(people[0], items[0], 'agree');
      for (const client of [people[1], runs]) expect(await tally(client)).toMatchObject({ voters: 1, electors: 3, counts: null });
      const votes = () => people[1].get<{ items: { counts: unknown }[] }>(`recommendations/${items[0]}/votes`);
      expect((await votes()).body.items).toMatchObject([{ ballotId: ballot.id, counts: null, voters: 1 }]);
      await runs.post(`ballots/${ballot.id}/close`);
      expect((await votes()).body.items).toMatchObject([{ counts: { agree: 1, disagree: 0, pass: 0 } }]);
    });

    it('under the Chatham House rule is hidden whatever was asked for, and when the rule comes while the ballot is open', async () => {
      const quiet = await anOpenBallot({ hiddenUntilClosed: false }, 'chatham_house');
      expect(quiet.ballot.hiddenUntilClosed).toBe(true);
      expect((await quiet.tally(quiet.runs)).counts).toBeNull();
      const { workshop, items, people, runs, vote, tally } = await anOpenBallot();
      await vote(people[0], items[0], 'agree');
      expect((await tally(runs)).counts).not.toBeNull();
      expect((await runs.patch(`workshops/${workshop}`, { rule: 'chatham_house' }, { ifMatch: 1 })).status).toBe(200);
      expect((await tally(runs)).counts).toBeNull();
    });

    it('never says who chose what: no answer to anybody names a voter or a seat', async () => {
      const { workshop, items, people, runs, ballot, vote } = await anOpenBallot();
      await vote(people[0], items[0], 'disagree');
      await runs.post(`ballots/${ballot.id}/close`);
      const account = await anAccount(api.db);
      await aMembership(api.db, account, 'administrator', 'system', null);
      const administrator = await api.as(account);
      const seats: { id: string; account_id: string }[] = await api.db.query(
        'SELECT id, account_id FROM participant WHERE workshop_id = $1',
        [workshop],
      );
      const routes = [
        `ballots/${ballot.id}`,
        `ballots/${ballot.id}/tally`,
        `workshops/${workshop}/ballots`,
        `recommendations/${items[0]}/votes`,
        `activity?stream=workshop:${workshop}`,
        `activity?stream=recommendation:${items[0]}`,
      ];
      for (const client of [administrator, runs]) {
        for (const route of routes) {
          const answer = await client.get(route);
          expect(answer.status).toBe(200);
          for (const { id, account_id } of seats) expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${id}|${account_id}`));
        }
      }
    });

    it('leaves no fact about a single vote in the log', async () => {
      const { workshop, items, people, vote } = await anOpenBallot();
      await vote(people[0], items[0], 'agree');
      const facts: { type: string }[] = await api.db.query(`SELECT type FROM activity WHERE $1 = ANY(streams) ORDER BY id`, [
        `workshop:${workshop}`,
      ]);
      expect(facts.map(({ type }) => type)).toEqual(['voting.ballot_drafted', 'voting.ballot_opened']);
    });
  });

  describe('a closed ballot', () => {
    it('keeps counts and turnout, and nobody’s choice, their own neither', async () => {
      const { items, people, runs, ballot, vote, tally } = await anOpenBallot();
      await vote(people[0], items[0], 'agree');
      await vote(people[1], items[0], 'disagree');
      const before = await tally(runs);
      await runs.post(`ballots/${ballot.id}/close`);
      expect(await tally(runs)).toEqual({ ...before, state: 'closed', byConstituency: {} });
      expect(await tally(runs)).toMatchObject({ voters: 2, electors: 3, counts: { [items[0]]: { agree: 1, disagree: 1, pass: 0 } } });
      expect((await people[0].get<Ballot>(`ballots/${ballot.id}`)).body.mine).toEqual({});
      expect(await api.db.query('SELECT 1 FROM vote WHERE ballot_id = $1', [ballot.id])).toEqual([]);
    });

    it('has no box: each ballot’s opens with it and goes with it, while others are voted on', async () => {
      const boxes = async () => {
        const rows: { name: string }[] = await api.db.query(`SELECT inhrelid::regclass::text AS name FROM pg_inherits
          JOIN pg_class ON pg_class.oid = inhparent WHERE relname = 'vote'`);
        return rows.map(({ name }) => name);
      };
      const boxOf = ({ id }: Ballot) => `vote_${id.replaceAll('-', '')}`;
      const [one, other] = [await anOpenBallot(), await anOpenBallot()];
      expect(await boxes()).toEqual(expect.arrayContaining([boxOf(one.ballot), boxOf(other.ballot)]));
      const votes = other.items.flatMap((item) => other.people.map((person) => other.vote(person, item, 'pass')));
      const closed = await one.runs.post(`ballots/${one.ballot.id}/close`);
      expect([closed.status, ...(await Promise.all(votes)).map(({ status }) => status)]).toEqual(Array(10).fill(200));
      expect(await boxes()).not.toContain(boxOf(one.ballot));
      expect(await boxes()).toContain(boxOf(other.ballot));
      expect((await other.tally(other.runs)).voters).toBe(3);
    });

    it('opened and closed many at once ends with every one closed', async () => {
      const rooms = await Promise.all(Array.from({ length: 6 }, () => anOpenBallot()));
      await Promise.all(rooms.map(({ vote, people, items }) => vote(people[0], items[0], 'agree')));
      const closed = await Promise.all(rooms.map(({ runs, ballot }) => runs.post<Ballot>(`ballots/${ballot.id}/close`)));
      expect(closed.map(({ status, body }) => [status, body.state])).toEqual(Array(6).fill([200, 'closed']));
    });

    it('tells results by constituency for groups of five, once it is closed, and only where no small group can be worked out', async () => {
      const room = await aRoom();
      const groups = { government: 6, civil_society: 5, un: 2 };
      const seats: [string, Client][] = [];
      for (const [constituency, count] of Object.entries(groups)) {
        for (let seated = 0; seated < count; seated += 1) seats.push([constituency, await seat(room.workshop, { constituency })]);
      }
      const { id } = (await room.runs.post<Ballot>('ballots', { workshopId: room.workshop, title: 'By group' })).body;
      await room.runs.post(`ballots/${id}/open`);
      const [all, some] = room.items;
      for (const [index, [constituency, client]] of seats.entries()) {
        await client.put(`ballots/${id}/votes/${some}`, { choice: index % 3 ? 'agree' : 'disagree' });
        if (constituency !== 'un') await client.put(`ballots/${id}/votes/${all}`, { choice: index % 3 ? 'agree' : 'pass' });
      }
      const tally = async () => (await room.people[0].get<Tally>(`ballots/${id}/tally`)).body;
      expect((await tally()).byConstituency).toBeNull();
      await room.runs.post(`ballots/${id}/close`);
      const allShown = { government: { agree: 4, disagree: 0, pass: 2 }, civil_society: { agree: 3, disagree: 0, pass: 2 } };
      const someShown = { government: { agree: 4, disagree: 2, pass: 0 } };
      expect((await tally()).byConstituency).toEqual({ [all]: allShown, [some]: someShown });
      const votes = await room.people[0].get<{ items: object[] }>(`recommendations/${some}/votes`);
      expect(votes.body.items).toMatchObject([{ byConstituency: someShown }]);
    });
  });

  describe('live', () => {
    async function watch(client: Client, stream: string): Promise<{ socket: Socket; tallies: Tally[]; joined: { ok: boolean } }> {
      const socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: client.cookie ?? '' }, forceNew: true });
      const tallies: Tally[] = [];
      socket.on('tally', (tally: Tally) => tallies.push(tally));
      const joined = (await socket.emitWithAck('join', { stream })) as { ok: boolean };
      return { socket, tallies, joined };
    }
    /** The first tally with a vote in it; that of the opening may still be on its way. */
    const firstVote = (socket: Socket) =>
      new Promise<Tally>((arrive) => socket.on('tally', (tally: Tally) => tally.voters > 0 && arrive(tally)));

    it('every open screen of the room hears of a vote within a second', async () => {
      const { workshop, items, people, runs, vote } = await anOpenBallot();
      const screens = await Promise.all([people[1], runs].map((client) => watch(client, `workshop:${workshop}`)));
      const began = Date.now();
      const heard = screens.map(({ socket }) => firstVote(socket));
      await vote(people[0], items[0], 'agree');
      for (const tally of await Promise.all(heard)) expect(tally).toMatchObject({ voters: 1, counts: { [items[0]]: { agree: 1 } } });
      expect(Date.now() - began).toBeLessThan(1000);
      screens.forEach(({ socket }) => socket.disconnect());
    });

    it('sixty votes arrive as a few tallies, and the last one is right', async () => {
      const { workshop, items, people, vote } = await anOpenBallot();
      const { socket, tallies } = await watch(people[2], `workshop:${workshop}`);
      const done = new Promise<void>((arrive) =>
        socket.on('tally', ({ counts }: Tally) => items.every((item) => counts?.[item]?.pass === 2) && arrive()),
      );
      const began = Date.now();
      for (const choice of ['agree', 'disagree', 'agree', 'disagree', 'agree', 'disagree', 'agree', 'disagree', 'agree', 'pass'] as const) {
        await Promise.all(items.flatMap((item) => [vote(people[0], item, choice), vote(people[1], item, choice)]));
      }
      await done;
      expect(tallies.length).toBeLessThanOrEqual(2 + (Date.now() - began) / 100);
      socket.disconnect();
    });

    it('a hidden ballot pushes turnout and nothing else', async () => {
      const { workshop, items, people, runs, vote } = await anOpenBallot({ hiddenUntilClosed: true });
      const { socket } = await watch(runs, `workshop:${workshop}`);
      const heard = firstVote(socket);
      await vote(people[0], items[0], 'agree');
      expect(await heard).toMatchObject({ voters: 1, counts: null });
      socket.disconnect();
    });

    it('the stream of a workshop is closed to people outside it', async () => {
      const { workshop } = await aRoom();
      const { joined, socket } = await watch(await api.as(await anAccount(api.db)), `workshop:${workshop}`);
      expect(joined).toEqual({ ok: false, code: 'not_found' });
      socket.disconnect();
    });
  });
});
