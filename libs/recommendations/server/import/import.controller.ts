import { Body, Controller, Param, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import * as z from 'zod';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Transactions } from '@uptake/platform/database';
import { Access, forbidden, notFound, Revision } from '@uptake/platform/http';
import { type Imported, NewSource, NextImport } from '@uptake/sources/contracts';
import { mayCoordinate, mayImport } from '@uptake/sources/domain';
import { Sources } from '@uptake/sources/server';
import { ImportAgain } from './import-again';
import { ImportDocument } from './import-document';

@Controller('sources')
export class ImportController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly sources: Sources,
    private readonly importDocument: ImportDocument,
    private readonly importAgain: ImportAgain,
  ) {}

  @Access('person')
  @Post()
  import(@Body({ schema: NewSource }) document: NewSource, @CurrentActor() actor: Actor): Promise<Imported> {
    if (!mayImport(actor)) throw forbidden();
    return this.transactions.run((tx) => this.importDocument.run(tx, document, actor));
  }

  @Access('person')
  @Post(':id/imports')
  async again(
    @Param('id', { schema: z.uuid() }) id: string,
    @Revision() revision: number,
    @Body({ schema: NextImport }) next: NextImport,
    @CurrentActor() actor: Actor,
  ): Promise<Imported> {
    if (!(await this.sources.mayRead(this.dataSource, id, actor))) throw notFound();
    if (!mayCoordinate(actor, { id })) throw forbidden();
    return this.transactions.run((tx) => this.importAgain.run(tx, { id, revision }, next, actor));
  }
}
