import { Injectable } from '@nestjs/common';
import { Clock } from '@uptake/platform/config';
import { Notifications, Transactions, type Tx } from '@uptake/platform/database';
import { accessChanged } from '@uptake/platform/live';
import { Membership } from './membership.entity';

type Grant = Pick<Membership, 'accountId' | 'role' | 'scope' | 'scopeId'>;

/** Gives roles. Open sockets of the person ask again at once what they may follow. */
@Injectable()
export class Memberships {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
  ) {}

  async grant(tx: Tx, grant: Grant): Promise<void> {
    await tx.insert(Membership, { ...grant, since: this.clock.now(), until: null });
    this.transactions.afterCommit(() => this.notifications.hint(accessChanged(grant.accountId)));
  }
}
