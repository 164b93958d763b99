import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { saveRevision, Transactions, type Tx } from '@uptake/platform/database';
import { forbidden, invalid, refusal } from '@uptake/platform/http';
import type { WorkshopChange } from '@uptake/workshops/contracts';
import { changeRule, mayWorkOn } from '@uptake/workshops/domain';
import { Workshop } from './workshop.entity';
import { Workshops } from './workshops';

/** Changes what is written about a workshop. */
@Injectable()
export class ChangeWorkshop {
  constructor(
    private readonly transactions: Transactions,
    private readonly workshops: Workshops,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * @returns the new revision, or `undefined` when somebody else was faster
   * @throws 403 for whoever does not run it, 409 when the rule would be loosened or the source changed under its ballots, 422 on dates
   */
  run(actor: Actor, id: string, revision: number, change: WorkshopChange): Promise<number | undefined> {
    return this.transactions.run(async (tx) => {
      const workshop = await this.workshops.facilitated(actor, id, tx);
      const rule = changeRule(workshop.rule, change.rule ?? workshop.rule);
      if (rule.refused) throw refusal(rule);
      refuseWrongDates({ ...workshop, ...change });
      await this.refuseOtherSource(tx, actor, workshop, change);
      const saved = await saveRevision(tx, Workshop, { id, revision }, change);
      if (saved) {
        await this.activity.append(tx, {
          streams: [`workshop:${id}`],
          type: 'workshops.changed',
          data: { workshopId: id },
          actor: actor.accountId,
        });
      }
      return saved;
    });
  }

  private async refuseOtherSource(tx: Tx, actor: Actor, { id, sourceId: before }: Workshop, { sourceId }: WorkshopChange): Promise<void> {
    if (sourceId === undefined || sourceId === before) return;
    if (sourceId && !mayWorkOn(actor, sourceId)) throw forbidden();
    const [{ voted }] = (await tx.query('SELECT EXISTS (SELECT 1 FROM ballot WHERE workshop_id = $1) AS voted', [id])) as [
      { voted: boolean },
    ];
    if (voted) throw refusal({ refused: true, code: 'workshop_has_ballots' });
  }
}

function refuseWrongDates({ startsOn, endsOn }: Pick<Workshop, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw invalid([{ path: 'endsOn', message: 'The last day lies before the first.' }]);
}
