import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import * as z from 'zod';
import {
  AssignAsNamed,
  type AssignedAsNamed,
  type Assignment,
  AssignmentChange,
  type Assignments,
  type Duties,
  type NamedAssignments,
  NewAssignment,
  VerificationChange,
} from '@uptake/assignments/contracts';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Access, Revision } from '@uptake/platform/http';
import { AssignInstitutions } from './assign-institutions';
import { ChangeAssignment } from './change-assignment';
import { CountNamed } from './count-named';
import { EndAssignment } from './end-assignment';
import { ReadAssignments } from './read-assignments';
import { VerifyAssignment } from './verify-assignment';

const Id = z.uuid();

@Controller()
export class AssignmentsController {
  constructor(
    private readonly read: ReadAssignments,
    private readonly named: CountNamed,
    private readonly assigning: AssignInstitutions,
    private readonly changing: ChangeAssignment,
    private readonly verifying: VerifyAssignment,
    private readonly ending: EndAssignment,
  ) {}

  @Access('public')
  @Get('recommendations/:id/assignments')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Assignments> {
    return this.read.of(actor, id);
  }

  @Access('person')
  @Post('recommendations/:id/assignments')
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewAssignment }) wanted: NewAssignment,
  ): Promise<Assignment> {
    return this.assigning.one(actor, id, wanted);
  }

  @Access('person')
  @Post('recommendations/assignments')
  assignAsNamed(@CurrentActor() actor: Actor, @Body({ schema: AssignAsNamed }) wanted: AssignAsNamed): Promise<AssignedAsNamed> {
    return this.assigning.asNamed(actor, wanted);
  }

  @Access('public')
  @Get('sources/:id/named-assignments')
  countNamed(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<NamedAssignments> {
    return this.named.of(actor, id);
  }

  @Access('person')
  @Get('assignments/mine')
  mine(@CurrentActor() actor: Actor): Promise<Duties> {
    return this.read.duties(actor);
  }

  @Access('public')
  @Get('assignments/:id')
  one(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Assignment> {
    return this.read.one(actor, id);
  }

  @Access('person')
  @Patch('assignments/:id')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Revision() revision: number,
    @Body({ schema: AssignmentChange }) change: AssignmentChange,
  ): Promise<Assignment> {
    return this.changing.run(actor, id, revision, change);
  }

  @Access('person')
  @Post('assignments/:id/verification')
  @HttpCode(200)
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: VerificationChange }) finding: VerificationChange,
  ): Promise<Assignment> {
    return this.verifying.run(actor, id, finding);
  }

  @Access('person')
  @Delete('assignments/:id')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.ending.end(actor, id);
  }

  @Access('person')
  @Post('assignments/:id/restoration')
  @HttpCode(200)
  restore(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Assignment> {
    return this.ending.restore(actor, id);
  }
}
