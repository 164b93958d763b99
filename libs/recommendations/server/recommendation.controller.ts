import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import * as z from 'zod';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Access, Revision } from '@uptake/platform/http';
import { Decision, type Recommendation, RecommendationQuery, TextChange } from '@uptake/recommendations/contracts';
import { DecideRecommendation } from './decide-recommendation';
import { EditRecommendation } from './edit-recommendation';
import { ReadList } from './list/read-list';
import { ReadRecommendation } from './read-recommendation';

const Id = z.uuid();

@Controller('recommendations')
export class RecommendationController {
  constructor(
    private readonly list: ReadList,
    private readonly read: ReadRecommendation,
    private readonly edits: EditRecommendation,
    private readonly decisions: DecideRecommendation,
  ) {}

  @Access('public')
  @Get()
  @Header('content-type', 'application/json')
  page(@CurrentActor() actor: Actor, @Query({ schema: RecommendationQuery }) query: RecommendationQuery): Promise<string> {
    return this.list.page(actor, query);
  }

  @Access('public')
  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Recommendation> {
    return this.read.one(actor, id);
  }

  @Access('person')
  @Patch(':id')
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Revision() revision: number,
    @Body({ schema: TextChange }) change: TextChange,
  ): Promise<Recommendation> {
    return this.edits.edit(actor, id, revision, change);
  }

  @Access('person')
  @Post(':id/decision')
  @HttpCode(200)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Decision }) { decision }: Decision,
  ): Promise<Recommendation> {
    return this.decisions.decide(actor, id, decision);
  }

  @Access('person')
  @Post(':id/withdrawal')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Recommendation> {
    return this.decisions.withdraw(actor, id);
  }

  @Access('person')
  @Delete(':id/withdrawal')
  @HttpCode(204)
  async restore(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    await this.decisions.restore(actor, id);
  }
}
