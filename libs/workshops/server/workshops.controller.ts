import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import * as z from 'zod';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Transactions } from '@uptake/platform/database';
import { Access, Revision, stale } from '@uptake/platform/http';
import {
  NewParticipant,
  NewWorkshop,
  Participant,
  type Participants as List,
  type Workshop,
  WorkshopChange,
  type WorkshopPage,
  WorkshopQuery,
} from '@uptake/workshops/contracts';
import { ChangeWorkshop } from './change-workshop';
import { CreateWorkshop } from './create-workshop';
import { ListWorkshops } from './list-workshops';
import { Participants } from './participants';
import { ReadWorkshop } from './read-workshop';

@Controller('workshops')
export class WorkshopsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly listing: ListWorkshops,
    private readonly reading: ReadWorkshop,
    private readonly creating: CreateWorkshop,
    private readonly changing: ChangeWorkshop,
    private readonly participants: Participants,
  ) {}

  @Access('guest')
  @Get()
  list(@CurrentActor() actor: Actor, @Query({ schema: WorkshopQuery }) query: WorkshopQuery): Promise<WorkshopPage> {
    return this.listing.run(actor, query);
  }

  @Access('person')
  @Post()
  create(@CurrentActor() actor: Actor, @Body({ schema: NewWorkshop }) workshop: NewWorkshop): Promise<Workshop> {
    return this.transactions.run(async (tx) => {
      const id = await this.creating.run(actor, workshop);
      const maker: Actor = { ...actor, roles: [...actor.roles, { role: 'facilitator', scope: 'workshop', scopeId: id }] };
      return this.reading.run(maker, id, tx);
    });
  }

  @Access('guest')
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<Workshop> {
    return this.reading.run(actor, id);
  }

  @Access('person')
  @Patch(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Revision() revision: number,
    @Body({ schema: WorkshopChange }) change: WorkshopChange,
  ): Promise<Workshop> {
    const saved = await this.changing.run(actor, id, revision, change);
    const workshop = await this.reading.run(actor, id);
    if (!saved) throw stale(workshop);
    return workshop;
  }

  @Access('guest')
  @Get(':id/participants')
  whoTakesPart(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<List> {
    return this.participants.list(actor, id);
  }

  @Access('person')
  @Post(':id/participants')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: NewParticipant }) participant: NewParticipant,
  ): Promise<z.infer<typeof Participant>> {
    return Participant.parse(await this.participants.add(actor, id, participant));
  }
}
