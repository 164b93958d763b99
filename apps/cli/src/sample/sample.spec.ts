import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText, recognise } from '@uptake/sources/domain';
import type { SampleAct, SampleInstitution, SamplePerson, SampleSources, SampleStatus } from './sample-shape';

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

/** The institutions responsible for a line of the plan, the one that leads first; fails on a department that is nobody's alias. */
function departmentsOf(line: string): string[] {
  const named = plan.items.find(({ code }) => code === line)?.institutions ?? [];
  const leadFirst = [...named].sort((a, b) => Number(b.coordinator ?? false) - Number(a.coordinator ?? false));
  return leadFirst.map(({ parent, name }) => {
    const alias = parent ? `${parent}-${name}` : name;
    const key = institutionOf.get(alias);
    if (!key) throw new Error(`No institution is called ${alias}`);
    return key;
  });
}

type Verification = 'unverified' | 'under_review' | 'verified' | 'returned' | 'disputed';
interface Assignment {
  part: 'lead' | 'supporting' | 'consulted';
  response: string;
  status: SampleStatus;
  verification: Verification;
  due: number | null;
  answered: boolean;
}

const mayFollow: Record<SampleStatus, SampleStatus[]> = {
  not_started: ['in_progress', 'blocked', 'no_longer_applicable'],
  in_progress: ['substantially_implemented', 'blocked', 'no_longer_applicable'],
  substantially_implemented: ['implemented', 'blocked', 'no_longer_applicable'],
  implemented: [],
  blocked: ['in_progress'],
  no_longer_applicable: [],
};
const endOfReview = { verify: 'verified', return: 'returned', dispute: 'disputed' } as const;

/** Plays the whole history by the rules of the field and answers every assignment as it stands today; throws at the first breach. */
function replay(): Map<string, Assignment> {
  const assignments = new Map<string, Assignment>();
  const adopted = new Set(plan.items.map(({ code }) => code));
  const at = (recommendation: string, institution: string): Assignment => {
    const found = assignments.get(`${recommendation} ${institution}`);
    if (!found) throw new Error(`${institution} has no part in ${recommendation}`);
    return found;
  };
  const insist = (holds: boolean, act: SampleAct, rule: string) => {
    if (!holds) throw new Error(`${rule}: ${JSON.stringify(act)}`);
  };
  const assign = (act: ActOf<'assign' | 'schedule'>, [lead, ...supporting]: string[], consulted: string[] = []) => {
    insist(adopted.has(act.recommendation), act, 'only what was adopted is assigned');
    insist((act.supportingDueDay !== undefined) === supporting.length > 0, act, 'supporting bodies have a date where there are any');
    const begin = (institution: string, part: Assignment['part'], due: number | null) => {
      insist(due === null || due > act.day, act, 'a due date lies ahead when it is set');
      insist(!assignments.has(`${act.recommendation} ${institution}`), act, 'an institution has one part');
      assignments.set(`${act.recommendation} ${institution}`, {
        part,
        response: 'awaiting',
        status: 'not_started',
        verification: 'unverified',
        due,
        answered: false,
      });
    };
    begin(lead!, 'lead', act.dueDay);
    for (const institution of supporting) begin(institution, 'supporting', act.supportingDueDay!);
    for (const institution of consulted) begin(institution, 'consulted', null);
  };
  for (const act of history) {
    switch (act.action) {
      case 'decide':
        for (const code of act.adopted) adopted.add(code);
        break;
      case 'assign':
        assign(act, [act.lead, ...(act.supporting ?? [])], act.consulted);
        break;
      case 'schedule':
        assign(act, departmentsOf(act.recommendation));
        break;
      case 'respond':
        insist(act.response === 'accepted' || !!act.reason, act, 'a reason stands with all but a plain yes');
        for (const code of act.recommendations) {
          insist(at(code, act.institution).response === 'awaiting', act, 'an institution answers once');
          at(code, act.institution).response = act.response;
        }
        break;
      case 'report': {
        const mine = at(act.recommendation, act.institution);
        insist(['accepted', 'partially_accepted'].includes(mine.response), act, 'who reports has accepted');
        insist(mine.part !== 'consulted', act, 'who is consulted does not report');
        insist(mine.status === act.status || mayFollow[mine.status].includes(act.status), act, `nothing leads here from ${mine.status}`);
        const mayClaim = mine.part === 'lead' && !!act.evidence?.length;
        insist(act.status !== 'implemented' || mayClaim, act, 'only the lead claims, and with evidence');
        Object.assign(mine, { status: act.status, answered: true });
        break;
      }
      case 'set_due': {
        const mine = at(act.recommendation, act.institution);
        insist(act.dueDay > act.day && mine.verification !== 'verified', act, 'a due date lies ahead, and what is closed has none');
        Object.assign(mine, { due: act.dueDay, answered: false });
        break;
      }
      case 'review': {
        const mine = at(act.recommendation, act.institution);
        insist(mine.status === 'implemented' && mine.verification === 'unverified', act, 'a claim is reviewed once');
        mine.verification = 'under_review';
        break;
      }
      case 'verify':
      case 'return':
      case 'dispute': {
        const mine = at(act.recommendation, act.institution);
        insist(mine.verification === 'under_review', act, 'a review precedes its end');
        insist(act.action === 'verify' || !!act.reason, act, 'a reason stands with what is not verified');
        mine.verification = endOfReview[act.action];
        break;
      }
    }
  }
  return assignments;
}

const holds = (person: string, matches: (membership: SamplePerson['memberships'][number]) => boolean) =>
  people.find(({ key }) => key === person)!.memberships.some(matches);
const partOf = (person: string) => people.find(({ key }) => key === person)!.participant?.part;
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

  it('the workshop has ten themes with thirty recommendations of 12 to 60 words', () => {
    expect(workshop.sections.map(({ count }) => count)).toEqual([4, 3, 2, 5, 3, 1, 4, 3, 3, 2]);
    const lengths = workshop.items.map((item) => item.text.split(' ').length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60);
  });

  it('the plan has five objectives, fifteen goals and forty lines, each with a code, instruments and departments that we know', () => {
    expect(plan.sections.filter(({ path }) => path.length === 1)).toHaveLength(5);
    expect(plan.sections.filter(({ path }) => path.length === 2)).toHaveLength(15);
    expect(new Set(plan.items.flatMap(({ code }) => code ?? [])).size).toBe(40);
    for (const { code, instruments } of plan.items) {
      expect(instruments).not.toHaveLength(0);
      expect(departmentsOf(code!)).not.toHaveLength(0);
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
    expect(new Set(voters.map(({ participant }) => participant!.constituency)).size).toBe(6);
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
      const opened = acts('open_ballot').find(({ ballot }) => ballot === vote.ballot)!;
      const closed = acts('close_ballot').find(({ ballot }) => ballot === vote.ballot);
      expect(history.indexOf(opened)).toBeLessThan(history.indexOf(vote));
      if (closed) expect(history.indexOf(vote)).toBeLessThan(history.indexOf(closed));
      const chosen = [...(vote.agree ?? []), ...(vote.disagree ?? []), ...(vote.pass ?? [])];
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const code of chosen) expect(opened.recommendations).toContain(code);
    }
  });

  it('two thirds of those who took a side adopt: 18 are, 6 are not, 6 are before the room now', () => {
    const [decision] = acts('decide');
    const [first, second] = acts('open_ballot');
    expect([decision!.adopted.length, decision!.notAdopted.length, second!.recommendations.length]).toEqual([18, 6, 6]);
    expect([...decision!.adopted, ...decision!.notAdopted].sort()).toEqual(first!.recommendations);
    expect([...first!.recommendations, ...second!.recommendations].sort()).toEqual(workshopCodes);
    for (const code of first!.recommendations) {
      const { agree, disagree, pass } = tallyOf('first', code);
      expect(agree + disagree + pass).toBe(12);
      expect([code, 3 * agree >= 2 * (agree + disagree)]).toEqual([code, decision!.adopted.includes(code)]);
    }
    const voters = acts('vote').filter(({ ballot }) => ballot === 'second');
    expect(voters).toHaveLength(5);
    expect(voters.map(({ actor }) => people.find(({ key }) => key === actor)!.link)).not.toContain('participant');
  });

  it('keeps every rule of assignment, report and verification; 18 recommendations and 30 lines have a lead', () => {
    const leads = [...replay()].filter(([, { part }]) => part === 'lead').map(([key]) => key);
    expect(leads.filter((key) => key.startsWith('RH26-'))).toHaveLength(18);
    expect(leads.filter((key) => !key.startsWith('RH26-'))).toHaveLength(30);
  });

  it('shows every answer, status and verification', () => {
    const all = [...replay().values()];
    expect(new Set(all.map(({ response }) => response)).size).toBe(5);
    expect(new Set(all.map(({ status }) => status)).size).toBe(6);
    expect(new Set(all.map(({ verification }) => verification)).size).toBe(5);
  });

  it('has leads that are late now and leads that are due within two weeks', () => {
    const waiting = [...replay()].filter(([, { part, answered, due }]) => part === 'lead' && !answered && due !== null);
    const late = waiting.filter(([, { due }]) => due! < 0).map(([key]) => key);
    const soon = waiting.filter(([, { due }]) => due! >= 0 && due! <= 14).map(([key]) => key);
    expect(late.sort()).toEqual([
      '4.c foreign-affairs',
      '6.a interior',
      '8.b federal-police',
      'RH26-12 defence',
      'RH26-19 federal-police',
      'RH26-20 defence',
    ]);
    expect(soon).toHaveLength(11);
    expect(soon.filter((key) => key.endsWith(' defence')).sort()).toEqual(['2.c defence', '7.a defence', '7.d defence', 'RH26-10 defence']);
  });

  it('has supporting bodies that report a lower status than the lead', () => {
    const now = replay();
    const lower = ([key, lead]: [string, Assignment]) =>
      lead.part === 'lead' &&
      lead.status === 'substantially_implemented' &&
      [...now].some(([other, mine]) => mine.status === 'in_progress' && other.split(' ')[0] === key.split(' ')[0]);
    expect([...now].filter(lower).map(([key]) => key)).toContain('RH26-10 defence');
  });
});
