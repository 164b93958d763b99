import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import { forbidden, notFound } from '@uptake/platform/http';
import { mayFacilitate } from '@uptake/workshops/domain';
import { type Workshop, Workshops } from '@uptake/workshops/server';
import { Ballot } from './ballot.entity';

interface Found {
  ballot: Ballot;
  workshop: Workshop;
}

/** Finds a ballot for somebody, as far as they may know of it: who reads the workshop reads its ballots, drafts apart. */
@Injectable()
export class Ballots {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly workshops: Workshops,
  ) {}

  /** @throws 404 when there is none, or none that this person may read */
  async readable(actor: Actor, id: string, reader: Tx = this.dataSource.manager): Promise<Found> {
    const ballot = await reader.findOneBy(Ballot, { id });
    if (!ballot) throw notFound();
    const workshop = await this.workshops.readable(actor, ballot.workshopId, reader);
    if (ballot.state === 'draft' && !mayFacilitate(actor, workshop)) throw notFound();
    return { ballot, workshop };
  }

  /**
   * Locks the ballot until the transaction ends; votes wait meanwhile.
   * @throws 404 as above, 403 for whoever does not run the workshop
   */
  async lockForFacilitator(tx: Tx, actor: Actor, id: string): Promise<Found> {
    const { workshop } = await this.readable(actor, id, tx);
    if (!mayFacilitate(actor, workshop)) throw forbidden();
    const ballot = await tx.findOneOrFail(Ballot, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return { ballot, workshop };
  }
}
