import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standingOf } from '@uptake/assignments/domain';
import { addDays } from '@uptake/kernel';
import { implementation, response, verification } from '@uptake/recommendations/domain';
import { readText, recognise } from '@uptake/sources/domain';
import { type NamedBodies, replayByRules } from './replay-by-rules';
import type { SampleAct, SampleInstitution, SamplePerson, SampleSources } from './sample-shape';

const text = (file: string) => readFileSync(join(__dirname, file), 'utf8');
const institutions = JSON.parse(text('institutions.json')) as SampleInstitution[];
const people = JSON.parse(text('people.json')) as SamplePerson[];
const sources = JSON.parse(text('sources.json')) as SampleSources;
const history = JSON.parse(text('history.json')) as SampleAct[];

type ActOf<Action extends SampleAct['action']> = Extract<SampleAct, { action: Action }>;
const acts = <Action extends SampleAct['action']>(...actions: Action[]) =>
  history.filter((act): act is ActOf<Action> => (actions as string[]).includes(act.action));

const workshop = recognise(readText(text('workshop.txt')));
const plan = recognise(readText(text('plan.txt')));
const workshopCodes = workshop.items.map((_, index) => `RH26-${String(index + 1).padStart(2, '0')}`);

const institutionOf = new Map(institutions.flatMap(({ key, aliases }) => aliases.map((alias) => [alias, key] as const)));

/** Fails on a department that is nobody's alias. */
function bodiesOf({ institutions: departments }: (typeof plan.items)[number]) {
  return departments.map(({ parent, name, coordinator = false }) => {
    const alias = parent ? `${parent}-${name}` : name;
    const institutionId = institutionOf.get(alias);
    if (!institutionId) throw new Error(`No institution is called ${alias}`);
    return { institutionId, coordinating: coordinator };
  });
}

const TODAY = '2026-11-22';
const named: NamedBodies = new Map(plan.items.map((item) => [item.code ?? '', bodiesOf(item)]));
const today = replayByRules(history, named, TODAY);
const standings = [...today].map(([key, assignment]) => {
  const [recommendation = '', institution = ''] = key.split(' ');
  return { key, recommendation, institution, ...assignment, standing: standingOf(assignment, TODAY) };
});
const leads = standings.filter(({ part }) => part === 'lead');

function personOf(key: string): SamplePerson {
  const person = people.find((somebody) => somebody.key === key);
  if (!person) throw new Error(`Nobody is called ${key}`);
  return person;
}
const holds = (person: string, matches: (membership: SamplePerson['memberships'][number]) => boolean) =>
  personOf(person).memberships.some(matches);
const partOf = (person: string) => personOf(person).participant?.part;
const tallyOf = (ballot: string, code: string) => {
  const votes = acts('vote').filter((vote) => vote.ballot === ballot);
  return {
    agree: votes.filter(({ agree }) => agree?.includes(code)).length,
    disagree: votes.filter(({ disagree }) => disagree?.includes(code)).length,
    pass: votes.filter(({ pass }) => pass?.includes(code)).length,
  };
};

describe('the documents of the sample', () => {
  it('are imported without a warning', () => {
    expect([...workshop.warnings, ...plan.warnings]).toEqual([]);
  });

  it('the workshop has ten themes with thirty recommendations of 12 to 55 words', () => {
    expect(workshop.sections.map(({ count }) => count)).toEqual([4, 3, 2, 5, 3, 1, 4, 3, 3, 2]);
    const lengths = workshop.items.map((item) => item.text.split(' ').length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(55);
  });

  it('the plan has five objectives, fifteen goals and forty lines, each with a code, instruments and departments that we know', () => {
    expect(plan.sections.filter(({ path }) => path.length === 1)).toHaveLength(5);
    expect(plan.sections.filter(({ path }) => path.length === 2)).toHaveLength(15);
    expect(new Set(plan.items.flatMap(({ code }) => code ?? [])).size).toBe(40);
    for (const item of plan.items) {
      expect(item.instruments).not.toHaveLength(0);
      expect(bodiesOf(item)).not.toHaveLength(0);
    }
  });

  it('two lines of the plan are qualified by a footnote', () => {
    expect(plan.items.filter(({ footnotes }) => footnotes?.length).map(({ code }) => code)).toEqual(['5.c', '11.a']);
  });

  it('the facts of the workshop are those of its document', () => {
    const { title, startsOn, endsOn, venue, organisers, funder, countries, contributions } = sources.workshop;
    expect(workshop.meeting).toMatchObject({ name: title, starts: startsOn, ends: endsOn, organisers, funder, countries });
    expect(workshop.meeting?.contributions.map((process) => process.toLowerCase())).toEqual(
      contributions.map((process) => process.toLowerCase()),
    );
    for (const part of venue.split(', ')) expect(text('workshop.txt')).toContain(part);
    expect(plan.title.toLowerCase()).toBe(sources.plan.title.toLowerCase());
  });
});

describe('the people and institutions of the sample', () => {
  it('keys, addresses and aliases are unique, parents and memberships exist', () => {
    const keys = institutions.map(({ key }) => key);
    expect(new Set(keys).size).toBe(12);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
    const aliases = institutions.flatMap((institution) => institution.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
    for (const [index, { parent }] of institutions.entries()) if (parent) expect(keys.slice(0, index)).toContain(parent);
    for (const held of people.flatMap(({ memberships }) => memberships))
      if ('institution' in held) expect(keys).toContain(held.institution);
  });

  it('addresses lead nowhere but to example.org, and time zones exist', () => {
    const evidence = acts('report').flatMap((report) => report.evidence ?? []);
    const links = [...institutions.map(({ website }) => website), ...evidence.flatMap((item) => ('url' in item ? [item.url] : []))];
    for (const link of links) expect(new URL(link).hostname).toMatch(/^([a-z-]+\.)?example\.org$/);
    for (const { email } of people) expect(email).toMatch(/^[a-z.]+@example\.org$/);
    for (const { timeZone } of [...people, ...institutions]) expect(Intl.supportedValuesOf('timeZone')).toContain(timeZone);
  });

  it('each sign-in link has one person who holds that role', () => {
    const links = people.flatMap(({ link, key }) => (link ? [[link, key] as const] : []));
    expect(links.map(([link]) => link).sort()).toEqual(['administrator', 'coordinator', 'focal_point', 'participant']);
    for (const [link, key] of links) expect(partOf(key) === link || holds(key, ({ role }) => role === link)).toBe(true);
  });

  it('twelve participants of all constituencies may vote', () => {
    const voters = people.filter(({ participant }) => participant?.part === 'participant');
    expect(voters).toHaveLength(12);
    expect(new Set(voters.map(({ participant }) => participant?.constituency)).size).toBe(6);
  });
});

describe('the history of the sample', () => {
  it('is in order and over', () => {
    const days = history.map(({ day }) => day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(Math.max(...days)).toBeLessThan(0);
  });

  it('everybody does only what their role allows', () => {
    for (const act of history) {
      switch (act.action) {
        case 'edit':
          expect(partOf(act.actor)).toBe('rapporteur');
          break;
        case 'open_ballot':
        case 'close_ballot':
          expect(partOf(act.actor)).toBe('facilitator');
          break;
        case 'vote':
          expect(partOf(act.actor)).toBe('participant');
          break;
        case 'respond':
        case 'report':
          expect(holds(act.actor, (held) => held.role === 'focal_point' && held.institution === act.institution)).toBe(true);
          break;
        default: {
          const source = 'recommendation' in act && !act.recommendation.startsWith('RH26-') ? 'plan' : 'workshop';
          expect(holds(act.actor, (held) => held.role === 'coordinator' && held.source === source)).toBe(true);
          expect(holds(act.actor, (held) => 'institution' in held)).toBe(false);
        }
      }
    }
  });

  it('each vote is for something in its open ballot, one choice a person', () => {
    for (const vote of acts('vote')) {
      const before = history.slice(0, history.indexOf(vote));
      const opened = before.find((act) => act.action === 'open_ballot' && act.ballot === vote.ballot) as ActOf<'open_ballot'>;
      expect(before.some((act) => act.action === 'close_ballot' && act.ballot === vote.ballot)).toBe(false);
      const chosen = [...(vote.agree ?? []), ...(vote.disagree ?? []), ...(vote.pass ?? [])];
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const code of chosen) expect(opened.recommendations).toContain(code);
    }
  });

  it('two thirds of those who took a side adopt: 18 are, 6 are not, 6 are before the room now', () => {
    const [decision] = acts('decide') as [ActOf<'decide'>];
    const [first, second] = acts('open_ballot') as [ActOf<'open_ballot'>, ActOf<'open_ballot'>];
    expect([decision.adopted.length, decision.notAdopted.length, second.recommendations.length]).toEqual([18, 6, 6]);
    expect([...decision.adopted, ...decision.notAdopted].sort()).toEqual(first.recommendations);
    expect([...first.recommendations, ...second.recommendations].sort()).toEqual(workshopCodes);
    for (const code of first.recommendations) {
      const { agree, disagree, pass } = tallyOf('first', code);
      expect(agree + disagree + pass).toBe(12);
      expect([code, 3 * agree >= 2 * (agree + disagree)]).toEqual([code, decision.adopted.includes(code)]);
    }
    const voters = acts('vote').filter(({ ballot }) => ballot === 'second');
    expect(voters).toHaveLength(5);
    expect(voters.map(({ actor }) => personOf(actor).link)).not.toContain('participant');
  });

  it('a due date lies ahead on the day on which it is set', () => {
    for (const { day, dueDay } of acts('assign', 'schedule', 'set_due')) expect(dueDay).toBeGreaterThan(day);
  });

  it('who reports has accepted, at least in part', () => {
    for (const { institution, recommendation, ...report } of acts('report')) {
      const answer = acts('respond').find((act) => act.institution === institution && act.recommendations.includes(recommendation));
      expect(['accepted', 'partially_accepted']).toContain(answer?.response);
      expect(answer?.day).toBeLessThan(report.day);
    }
  });

  it('by every rule, 18 recommendations and 30 lines have a lead today', () => {
    const ofWorkshop = leads.filter(({ recommendation }) => workshopCodes.includes(recommendation));
    expect([ofWorkshop.length, leads.length - ofWorkshop.length]).toEqual([18, 30]);
  });

  it('shows every answer, status and verification but superseded', () => {
    expect(new Set(standings.map(({ response }) => response))).toEqual(new Set(response.states));
    expect(new Set(standings.map((each) => each.verification))).toEqual(new Set(verification.states));
    const statuses = implementation.states.filter((state) => state !== 'superseded');
    expect(new Set(standings.map((each) => each.implementation))).toEqual(new Set(statuses));
  });

  it('has leads that are late, one that never answered, and leads that are due within two weeks', () => {
    const keysOf = (...wanted: string[]) => leads.filter(({ standing }) => wanted.includes(standing)).map(({ key }) => key);
    expect(keysOf('overdue').sort()).toEqual([
      '4.c foreign-affairs',
      '6.a interior',
      '8.b federal-police',
      'RH26-19 federal-police',
      'RH26-20 defence',
    ]);
    expect(keysOf('no_update_received')).toEqual(['RH26-12 defence']);
    const soon = leads.filter(({ standing, dueOn }) => standing === 'ahead' && dueOn !== null && dueOn <= addDays(TODAY, 14));
    expect(soon).toHaveLength(11);
    const ofDefence = soon.filter(({ institution }) => institution === 'defence').map(({ recommendation }) => recommendation);
    expect(ofDefence.sort()).toEqual(['2.c', '7.a', '7.d', 'RH26-10']);
  });

  it('has supporting bodies that report a lower status than the lead', () => {
    const lower = leads.filter(
      (lead) =>
        lead.implementation === 'substantially_implemented' &&
        standings.some(({ recommendation, implementation: own }) => recommendation === lead.recommendation && own === 'in_progress'),
    );
    expect(lower.map(({ key }) => key)).toContain('RH26-10 defence');
  });
});
