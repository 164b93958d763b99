import history from './history.json';
import type { SampleClock } from './sample-clock';
import type { SamplePeople } from './sample-people';

interface World {
  workshopId: string;
  sourceIds: string[];
  institutionIds: Map<string, string>;
}

interface Entry {
  day: number;
  actor: string;
  action: string;
  [detail: string]: unknown;
}

interface Row {
  id: string;
  reference: string;
}

interface AssignmentRow {
  id: string;
  revision: number;
  institution: { id: string };
}

/** Does again, day by day, what the people of the sample did. */
export async function replayHistory(team: SamplePeople, clock: SampleClock, world: World): Promise<void> {
  const replay = new Replay(team, clock, world);
  for (const entry of history as Entry[]) {
    clock.turnTo(entry.day);
    await replay.does(entry);
  }
}

class Replay {
  private readonly recommendations = new Map<string, string>();
  private readonly ballots = new Map<string, string>();

  constructor(
    private readonly team: SamplePeople,
    private readonly clock: SampleClock,
    private readonly world: World,
  ) {}

  async does(entry: Entry): Promise<void> {
    const verb = this.verbs[entry.action];
    if (!verb) throw new Error(`The sample's history has an unknown action: ${entry.action}`);
    await verb(entry);
  }

  private readonly verbs: Record<string, (entry: Entry) => Promise<void>> = {
    edit: async ({ actor, recommendation, text, reason }) => {
      const id = await this.idOf(actor, recommendation as string);
      const { revision } = await this.team.act<{ revision: number }>(actor, 'GET', `recommendations/${id}`);
      await this.team.act(actor, 'PATCH', `recommendations/${id}`, { text, reason }, revision);
    },
    open_ballot: async ({ actor, ballot, title, hiddenUntilClosed, recommendations }) => {
      const recommendationIds = await this.idsOf(actor, recommendations as string[]);
      const { workshopId } = this.world;
      const { id } = await this.team.act<Row>(actor, 'POST', 'ballots', { workshopId, title, hiddenUntilClosed, recommendationIds });
      this.ballots.set(ballot as string, id);
      await this.team.act(actor, 'POST', `ballots/${id}/open`);
    },
    vote: async ({ actor, ballot, ...choices }) => {
      for (const choice of ['agree', 'disagree', 'pass'])
        for (const id of await this.idsOf(actor, (choices[choice] as string[] | undefined) ?? []))
          await this.team.act(actor, 'PUT', `ballots/${this.ballots.get(ballot as string)}/votes/${id}`, { choice });
    },
    close_ballot: async ({ actor, ballot }) => {
      await this.team.act(actor, 'POST', `ballots/${this.ballots.get(ballot as string)}/close`);
    },
    decide: async ({ actor, adopted, notAdopted }) => {
      for (const id of await this.idsOf(actor, adopted as string[])) await this.decide(actor, id, 'adopted');
      for (const id of await this.idsOf(actor, notAdopted as string[])) await this.decide(actor, id, 'not_adopted');
    },
    assign: async ({ actor, recommendation, lead, supporting = [], consulted = [], dueDay, supportingDueDay, frequency }) => {
      const id = await this.idOf(actor, recommendation as string);
      const bodies = [
        { key: lead as string, part: 'lead' },
        ...(supporting as string[]).map((key) => ({ key, part: 'supporting' })),
        ...(consulted as string[]).map((key) => ({ key, part: 'consulted' })),
      ];
      for (const { key, part } of bodies) {
        const due = part === 'lead' ? dueDay : supportingDueDay;
        await this.assign(actor, id, { institutionId: this.institution(key), part, dueDay: due, frequency });
      }
    },
    schedule: async ({ actor, recommendation, dueDay, supportingDueDay, frequency }) => {
      const id = await this.idOf(actor, recommendation as string);
      const { named } = await this.team.act<{ named: { id: string; coordinating: boolean }[] }>(actor, 'GET', `recommendations/${id}`);
      const lead = named.find(({ coordinating }) => coordinating) ?? named[0];
      for (const body of named) {
        const part = body === lead ? 'lead' : 'supporting';
        await this.assign(actor, id, {
          institutionId: body.id,
          part,
          dueDay: part === 'lead' ? dueDay : (supportingDueDay ?? dueDay),
          frequency,
        });
      }
    },
    respond: async ({ actor, institution, response, reason = '', recommendations }) => {
      for (const reference of recommendations as string[]) {
        const { id, revision } = await this.assignment(actor, reference, institution as string);
        await this.team.act(actor, 'PATCH', `assignments/${id}`, { response, responseReason: reason }, revision);
      }
    },
    report: async ({ actor, recommendation, institution, status, done, obstacles, nextStep, evidence }) => {
      const { id } = await this.assignment(actor, recommendation as string, institution as string);
      await this.team.act(actor, 'POST', `assignments/${id}/updates`, { implementation: status, done, obstacles, nextStep, evidence });
    },
    set_due: async ({ actor, recommendation, institution, dueDay }) => {
      const { id, revision } = await this.assignment(actor, recommendation as string, institution as string);
      await this.team.act(actor, 'PATCH', `assignments/${id}`, { dueOn: this.clock.dayFromToday(dueDay as number) }, revision);
    },
    review: (entry) => this.verify(entry, 'under_review'),
    verify: (entry) => this.verify(entry, 'verified'),
    return: (entry) => this.verify(entry, 'returned'),
    dispute: (entry) => this.verify(entry, 'disputed'),
  };

  private async verify({ actor, recommendation, institution, reason = '' }: Entry, verification: string): Promise<void> {
    const { id, revision } = await this.assignment(actor, recommendation as string, institution as string);
    await this.team.act(actor, 'POST', `assignments/${id}/verification`, { verification, reason }, revision);
  }

  private async decide(actor: string, id: string, decision: string): Promise<void> {
    const { revision } = await this.team.act<{ revision: number }>(actor, 'GET', `recommendations/${id}`);
    await this.team.act(actor, 'POST', `recommendations/${id}/decision`, { decision }, revision);
  }

  private async assign(
    actor: string,
    recommendationId: string,
    { dueDay, ...assignment }: { institutionId: string; part: string; dueDay: unknown; frequency: unknown },
  ): Promise<void> {
    const dueOn = typeof dueDay === 'number' && assignment.part !== 'consulted' ? this.clock.dayFromToday(dueDay) : null;
    await this.team.act(actor, 'POST', `recommendations/${recommendationId}/assignments`, { ...assignment, dueOn });
  }

  private async assignment(actor: string, reference: string, institution: string): Promise<AssignmentRow> {
    const id = await this.idOf(actor, reference);
    const { items } = await this.team.act<{ items: AssignmentRow[] }>(actor, 'GET', `recommendations/${id}/assignments`);
    const found = items.find((assignment) => assignment.institution.id === this.institution(institution));
    if (!found) throw new Error(`${institution} has no part in ${reference}`);
    return found;
  }

  private institution(key: string): string {
    const id = this.world.institutionIds.get(key);
    if (!id) throw new Error(`The sample has no institution ${key}`);
    return id;
  }

  private idsOf(actor: string, references: string[]): Promise<string[]> {
    return Promise.all(references.map((reference) => this.idOf(actor, reference)));
  }

  private async idOf(actor: string, reference: string): Promise<string> {
    if (!this.recommendations.size) {
      for (const source of this.world.sourceIds) {
        const { items } = await this.team.act<{ items: Row[] }>(actor, 'GET', `recommendations?source=${source}&limit=100`);
        items.forEach((row) => this.recommendations.set(row.reference, row.id));
      }
    }
    const id = this.recommendations.get(reference);
    if (!id) throw new Error(`The sample has no recommendation ${reference}`);
    return id;
  }
}
