import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { Notifications, Transactions, type Tx } from '@uptake/platform/database';
import { accessChanged } from '@uptake/platform/live';
import { Participant } from './participant.entity';

type NewSeat = Omit<Participant, 'id' | 'joinedAt'>;

/** Seats in workshops: one a person. */
@Injectable()
export class Seats {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sits somebody down. The fact that follows says that somebody came, never who.
   * @returns the seat, or `undefined` when this account has one already
   */
  async take(tx: Tx, seat: NewSeat): Promise<Participant | undefined> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Participant)
      .values({ ...seat, joinedAt: this.clock.now() })
      .orIgnore()
      .returning('*')
      .execute();
    const id = (raw as { id: string }[])[0]?.id;
    if (!id) return undefined;
    const { workshopId, accountId } = seat;
    await this.activity.append(tx, { streams: [`workshop:${workshopId}`], type: 'workshops.participant_joined', data: { workshopId } });
    if (accountId) this.transactions.afterCommit(() => this.notifications.hint(accessChanged(accountId)));
    return tx.findOneByOrFail(Participant, { id });
  }

  /** The seat that an account has. */
  of(tx: Tx, workshopId: string, accountId: string): Promise<Participant> {
    return tx.findOneByOrFail(Participant, { workshopId, accountId });
  }
}
