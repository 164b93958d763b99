import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { Account } from '@uptake/people/server';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { forbidden } from '@uptake/platform/http';
import type { NewWorkshop } from '@uptake/workshops/contracts';
import { mayCreateWorkshop, mayWorkOn } from '@uptake/workshops/domain';
import { newJoinCode } from './join-code';
import { Seats } from './seats';
import { Workshop } from './workshop.entity';

/** Makes a workshop; whoever makes it is its facilitator. */
@Injectable()
export class CreateWorkshop {
  constructor(
    private readonly transactions: Transactions,
    private readonly seats: Seats,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** @throws 403 unless the person coordinates something, and the source that is named */
  run(actor: Actor, workshop: NewWorkshop): Promise<string> {
    if (!mayCreateWorkshop(actor) || (workshop.sourceId && !mayWorkOn(actor, workshop.sourceId))) throw forbidden();
    return this.transactions.run(async (tx) => {
      const id = await this.insert(tx, actor, workshop);
      const maker = await tx.findOneByOrFail(Account, { id: actor.accountId as string });
      await this.seats.take(tx, {
        workshopId: id,
        accountId: maker.id,
        name: maker.name,
        affiliation: null,
        constituency: 'other',
        part: 'facilitator',
      });
      await this.activity.append(tx, {
        streams: [`workshop:${id}`, ...(workshop.sourceId ? [`source:${workshop.sourceId}` as const] : [])],
        type: 'workshops.created',
        data: { workshopId: id, title: workshop.title },
        actor: actor.accountId,
      });
      return id;
    });
  }

  /** A code that another workshop has already is drawn again. */
  private async insert(tx: Tx, actor: Actor, workshop: NewWorkshop): Promise<string> {
    for (;;) {
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(Workshop)
        .values({ ...workshop, joinCode: newJoinCode(), createdBy: actor.accountId, createdAt: this.clock.now() })
        .orIgnore()
        .returning('id')
        .execute();
      const id = (raw as { id: string }[])[0]?.id;
      if (id) return id;
    }
  }
}
