import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignInstitutions } from './assign-institutions';
import { AssignmentFacts } from './assignment-facts';
import { Assignment } from './assignment.entity';
import { Assignments } from './assignments';
import { AssignmentsController } from './assignments.controller';
import { ChangeAssignment } from './change-assignment';
import { CountNamed } from './count-named';
import { EndAssignment } from './end-assignment';
import { ReadAssignments } from './read-assignments';
import { VerifyAssignment } from './verify-assignment';

/** Who does what by when, for the API. */
@Module({
  imports: [TypeOrmModule.forFeature([Assignment])],
  controllers: [AssignmentsController],
  providers: [
    Assignments,
    AssignmentFacts,
    ReadAssignments,
    CountNamed,
    AssignInstitutions,
    ChangeAssignment,
    VerifyAssignment,
    EndAssignment,
  ],
  exports: [Assignments, AssignmentFacts, ReadAssignments],
})
export class AssignmentsModule {}
