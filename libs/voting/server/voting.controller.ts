import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import * as z from 'zod';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Transactions } from '@uptake/platform/database';
import { Access, notFound } from '@uptake/platform/http';
import {
  type Ballot,
  type Ballots as BallotList,
  NewBallot,
  type RecommendationVotes,
  type Tally,
  Vote,
  type VoteKept,
} from '@uptake/voting/contracts';
import { Ballots } from './ballots';
import { CreateBallot } from './create-ballot';
import { KeepVote } from './keep-vote';
import { ListBallots } from './list-ballots';
import { MoveBallot } from './move-ballot';
import { ReadBallot } from './read-ballot';
import { Tallies } from './tallies';

const Id = z.uuid();

@Controller()
export class VotingController {
  constructor(
    private readonly transactions: Transactions,
    private readonly ballots: Ballots,
    private readonly reading: ReadBallot,
    private readonly creating: CreateBallot,
    private readonly moving: MoveBallot,
    private readonly listing: ListBallots,
    private readonly keeping: KeepVote,
    private readonly tallies: Tallies,
  ) {}

  @Access('person')
  @Post('ballots')
  create(@CurrentActor() actor: Actor, @Body({ schema: NewBallot }) ballot: NewBallot): Promise<Ballot> {
    return this.transactions.run(async (tx) => this.reading.run(actor, await this.creating.run(actor, ballot), tx));
  }

  @Access('guest')
  @Get('ballots/:id')
  read(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Ballot> {
    return this.reading.run(actor, id);
  }

  @Access('person')
  @Post('ballots/:id/open')
  @HttpCode(200)
  open(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Ballot> {
    return this.transactions.run(async (tx) => {
      await this.moving.open(actor, id);
      return this.reading.run(actor, id, tx);
    });
  }

  @Access('person')
  @Post('ballots/:id/close')
  @HttpCode(200)
  close(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Ballot> {
    return this.transactions.run(async (tx) => {
      await this.moving.close(actor, id);
      return this.reading.run(actor, id, tx);
    });
  }

  @Access('guest')
  @Put('ballots/:id/votes/:recommendationId')
  async vote(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) ballotId: string,
    @Param('recommendationId', { schema: Id }) recommendationId: string,
    @Body({ schema: Vote }) { choice }: Vote,
  ): Promise<VoteKept> {
    return { ballotId, recommendationId, choice: await this.keeping.run(actor, { ballotId, recommendationId }, choice) };
  }

  @Access('guest')
  @Get('ballots/:id/tally')
  async tally(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Tally> {
    await this.ballots.readable(actor, id);
    const tally = await this.tallies.read(id);
    if (!tally) throw notFound();
    return tally;
  }

  @Access('guest')
  @Get('workshops/:id/ballots')
  ofWorkshop(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<BallotList> {
    return this.listing.ofWorkshop(actor, id);
  }

  @Access('public')
  @Get('recommendations/:id/votes')
  ofRecommendation(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<RecommendationVotes> {
    return this.listing.ofRecommendation(actor, id);
  }
}
