import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { SignedIn } from '@uptake/people/server';
import { StreamAccess } from '@uptake/platform/live';
import { ChangeWorkshop } from './change-workshop';
import { CreateWorkshop } from './create-workshop';
import { JoinRoom } from './join-room';
import { ListWorkshops } from './list-workshops';
import { Participant } from './participant.entity';
import { Participants } from './participants';
import { ReadWorkshop } from './read-workshop';
import { RoomsController } from './rooms.controller';
import { Seats } from './seats';
import { SendInvitationProcessor } from './send-invitation.processor';
import { Workshop } from './workshop.entity';
import { Workshops } from './workshops';
import { WorkshopsController } from './workshops.controller';

/** Workshops and their doors, for the API. */
@Module({
  imports: [TypeOrmModule.forFeature([Workshop, Participant])],
  controllers: [WorkshopsController, RoomsController],
  providers: [Workshops, Seats, ListWorkshops, ReadWorkshop, CreateWorkshop, ChangeWorkshop, Participants, JoinRoom],
  exports: [Workshops],
})
export class WorkshopsModule implements OnModuleInit {
  constructor(
    private readonly streams: StreamAccess,
    private readonly workshops: Workshops,
  ) {}

  onModuleInit(): void {
    this.streams.register('workshop', (caller, id) => this.workshops.mayRead((caller as SignedIn).actor, id));
  }
}

/** The invitations, for the worker. */
@Module({ providers: [SendInvitationProcessor] })
export class WorkshopsJobsModule {}
