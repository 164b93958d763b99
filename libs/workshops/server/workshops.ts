import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import { forbidden, notFound } from '@uptake/platform/http';
import { mayFacilitate, mayReadWorkshop } from '@uptake/workshops/domain';
import { Workshop } from './workshop.entity';

type Reader = Pick<Tx, 'findOneBy'>;

/** Finds a workshop for somebody, as far as they may know of it. Later slices ask here, too. */
@Injectable()
export class Workshops {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws 404 when there is none, or none that this person may read */
  async readable(actor: Actor, id: string, reader: Reader = this.dataSource.manager): Promise<Workshop> {
    const workshop = await reader.findOneBy(Workshop, { id });
    if (!workshop || !mayReadWorkshop(actor, workshop)) throw notFound();
    return workshop;
  }

  /** @throws 404 as above, 403 when the person may read it and does not run it */
  async facilitated(actor: Actor, id: string, reader?: Reader): Promise<Workshop> {
    const workshop = await this.readable(actor, id, reader);
    if (!mayFacilitate(actor, workshop)) throw forbidden();
    return workshop;
  }

  async mayRead(actor: Actor, id: string): Promise<boolean> {
    const workshop = await this.dataSource.manager.findOneBy(Workshop, { id });
    return workshop !== null && mayReadWorkshop(actor, workshop);
  }
}
