import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecommendationsModule } from '@uptake/recommendations/server';
import { WorkshopsModule } from '@uptake/workshops/server';
import { BallotBox } from './ballot-box';
import { BallotElector } from './ballot-elector.entity';
import { BallotItem } from './ballot-item.entity';
import { BallotResult } from './ballot-result.entity';
import { Ballot } from './ballot.entity';
import { Ballots } from './ballots';
import { CreateBallot } from './create-ballot';
import { KeepVote } from './keep-vote';
import { ListBallots } from './list-ballots';
import { MoveBallot } from './move-ballot';
import { ReadBallot } from './read-ballot';
import { Tallies } from './tallies';
import { Vote } from './vote.entity';
import { VotingController } from './voting.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Ballot, BallotItem, BallotElector, BallotResult, Vote]), WorkshopsModule, RecommendationsModule],
  controllers: [VotingController],
  providers: [Ballots, ReadBallot, CreateBallot, MoveBallot, BallotBox, KeepVote, ListBallots, Tallies],
})
export class VotingModule {}
