import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { mayFollowInstitution } from '@uptake/institutions/domain';
import type { SignedIn } from '@uptake/people/server';
import { StreamAccess } from '@uptake/platform/live';
import { InstitutionDirectory } from './institution-directory';
import { InstitutionNames } from './institution-names';
import { InstitutionReader } from './institution-reader';
import { Institution } from './institution.entity';
import { InstitutionsController } from './institutions.controller';
import { Institutions } from './institutions';

/** The directory of institutions, for the API. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Institution])],
  controllers: [InstitutionsController],
  providers: [Institutions, InstitutionNames, InstitutionDirectory, InstitutionReader],
  exports: [Institutions, InstitutionNames],
})
export class InstitutionsModule implements OnModuleInit {
  constructor(private readonly streams: StreamAccess) {}

  onModuleInit(): void {
    this.streams.register('institution', async (caller, id) => mayFollowInstitution((caller as SignedIn).actor, { id }));
  }
}
