import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import * as z from 'zod';
import {
  type Institution,
  InstitutionChange,
  type InstitutionPage,
  InstitutionQuery,
  NewInstitution,
} from '@uptake/institutions/contracts';
import { mayAddInstitution, mayEditInstitution } from '@uptake/institutions/domain';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Transactions, type Tx } from '@uptake/platform/database';
import { Access, forbidden, notFound, Revision, stale } from '@uptake/platform/http';
import { InstitutionDirectory } from './institution-directory';
import { InstitutionReader } from './institution-reader';
import { Institutions } from './institutions';

const Id = z.uuid();

@Controller('institutions')
export class InstitutionsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly directory: InstitutionDirectory,
    private readonly reader: InstitutionReader,
    private readonly institutions: Institutions,
  ) {}

  @Access('public')
  @Get()
  list(@Query({ schema: InstitutionQuery }) query: z.infer<typeof InstitutionQuery>): Promise<InstitutionPage> {
    return this.directory.page(query);
  }

  @Access('public')
  @Get(':id')
  one(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<Institution> {
    return this.read(this.dataSource, id, actor);
  }

  @Access('person')
  @Post()
  async add(@Body({ schema: NewInstitution }) profile: NewInstitution, @CurrentActor() actor: Actor): Promise<Institution> {
    if (!mayAddInstitution(actor)) throw forbidden();
    return this.transactions.run(async (tx) => this.read(tx, await this.institutions.add(tx, profile, actor.accountId), actor));
  }

  @Access('person')
  @Patch(':id')
  change(
    @Param('id', { schema: Id }) id: string,
    @Revision() revision: number,
    @Body({ schema: InstitutionChange }) change: InstitutionChange,
    @CurrentActor() actor: Actor,
  ): Promise<Institution> {
    return this.transactions.run(async (tx) => {
      const before = await this.read(tx, id, actor);
      if (!mayEditInstitution(actor, { id })) throw forbidden();
      const changed = await this.institutions.change(tx, { id, revision }, change, actor.accountId);
      if (!changed) throw stale(before);
      return this.read(tx, id, actor);
    });
  }

  private async read(db: Pick<Tx, 'query'>, id: string, actor: Actor): Promise<Institution> {
    const institution = await this.reader.read(db, id, actor);
    if (!institution) throw notFound();
    return institution;
  }
}
