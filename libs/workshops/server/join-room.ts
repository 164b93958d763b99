import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { Account, Sessions } from '@uptake/people/server';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { notFound } from '@uptake/platform/http';
import type { JoinRoom as Joining, Seat } from '@uptake/workshops/contracts';
import { asksName } from '@uptake/workshops/domain';
import { Seats } from './seats';
import { Workshop } from './workshop.entity';

interface Joined {
  seat: Seat;
  /** For the cookie of somebody who came without a session. */
  token: string | null;
}

/** Joins a workshop by the code shown in the room: no address, no password, and no name where the rule forbids one. */
@Injectable()
export class JoinRoom {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly seats: Seats,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 when no workshop has this code */
  run({ accountId }: Actor, { code, name, constituency }: Joining, device: string): Promise<Joined> {
    return this.transactions.run(async (tx) => {
      const workshop = await tx.findOneBy(Workshop, { joinCode: code });
      if (!workshop) throw notFound();
      const told = asksName(workshop.rule) ? name : null;
      const account = accountId ?? (await this.newGuest(tx, told, workshop.timeZone));
      const taken = {
        workshopId: workshop.id,
        accountId: account,
        name: told,
        affiliation: null,
        constituency,
        part: 'participant',
      } as const;
      const seat = (await this.seats.take(tx, taken)) ?? (await this.seats.of(tx, workshop.id, account));
      return {
        seat: { workshopId: workshop.id, participantId: seat.id },
        token: accountId ? null : await this.sessions.open(tx, account, device),
      };
    });
  }

  private async newGuest(tx: Tx, name: string | null, timeZone: string): Promise<string> {
    const { identifiers } = await tx.insert(Account, { kind: 'guest', email: null, name, timeZone, createdAt: this.clock.now() });
    return (identifiers[0] as { id: string }).id;
  }
}
