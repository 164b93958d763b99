import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Access } from '@uptake/platform/http';
import { type ComingReminders, ComingQuery, type Ledger, LedgerQuery } from '@uptake/reminders/contracts';
import { ReadComing } from './read-coming';
import { ReadLedger } from './read-ledger';

@Controller('reminders')
export class RemindersController {
  constructor(
    private readonly ledger: ReadLedger,
    private readonly coming: ReadComing,
  ) {}

  @Access('person')
  @Get()
  page(@CurrentActor() actor: Actor, @Query({ schema: LedgerQuery }) query: LedgerQuery): Promise<Ledger> {
    return this.ledger.page(actor, query);
  }

  @Access('person')
  @Get('coming')
  next(@CurrentActor() actor: Actor, @Query({ schema: ComingQuery }) { source }: ComingQuery): Promise<ComingReminders> {
    return this.coming.list(actor, source);
  }
}
