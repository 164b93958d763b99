import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import { Account } from '@uptake/people/server';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { forbidden, refusal } from '@uptake/platform/http';
import { Jobs } from '@uptake/platform/jobs';
import { type NewParticipant, type Participants as List, SendInvitation } from '@uptake/workshops/contracts';
import { mayListParticipants } from '@uptake/workshops/domain';
import { Participant } from './participant.entity';
import { Seats } from './seats';
import type { Workshop } from './workshop.entity';
import { Workshops } from './workshops';

const AT_MOST = 2000;

/** Who takes part, as far as the rule of the room lets it be told. */
@Injectable()
export class Participants {
  private readonly logger = new Logger('Participants');

  constructor(
    @InjectRepository(Participant) private readonly participants: Repository<Participant>,
    private readonly transactions: Transactions,
    private readonly workshops: Workshops,
    private readonly seats: Seats,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws 403 under the Chatham House rule, but for those who run the workshop */
  async list(actor: Actor, workshopId: string): Promise<List> {
    const workshop = await this.workshops.readable(actor, workshopId);
    if (!mayListParticipants(actor, workshop)) throw forbidden('names_stay_in_the_room');
    const items = await this.participants.find({
      select: { id: true, name: true, affiliation: true, constituency: true, part: true },
      where: { workshopId },
      order: { constituency: 'ASC', name: 'ASC', id: 'ASC' },
      take: AT_MOST,
    });
    return { items };
  }

  /**
   * Puts somebody on the list and, where there is an address, invites them. An address that nobody has yet becomes an account, so that its
   * owner finds the workshop when signing in.
   * @throws 409 when that person has a seat already
   */
  add(actor: Actor, workshopId: string, { email, ...participant }: NewParticipant): Promise<Participant> {
    return this.transactions.run(async (tx) => {
      const workshop = await this.workshops.facilitated(actor, workshopId, tx);
      const accountId = email ? await this.accountOf(tx, email, participant.name, workshop) : null;
      const seat = await this.seats.take(tx, { ...participant, workshopId, accountId });
      if (!seat) throw refusal({ refused: true, code: 'seated_already' });
      if (accountId) this.transactions.afterCommit(() => this.invite(seat));
      return seat;
    });
  }

  private invite({ id }: Participant): void {
    this.jobs.add(SendInvitation, { participantId: id }, { id: `invitation-${id}` }).catch((error: unknown) => {
      this.logger.error(`An invitation was not put off: ${String(error)}`);
    });
  }

  private async accountOf(tx: Tx, email: string, name: string | null, { timeZone }: Workshop): Promise<string> {
    const known = await tx.findOne(Account, { where: { email }, select: { id: true } });
    if (known) return known.id;
    await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({ kind: 'person', email, name, timeZone, createdAt: this.clock.now() })
      .orIgnore()
      .execute();
    const { id } = await tx.findOneByOrFail(Account, { email });
    return id;
  }
}
