import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import * as z from 'zod';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Transactions } from '@uptake/platform/database';
import { Access, forbidden, NotReplayed, RateLimits, Revision, stale } from '@uptake/platform/http';
import {
  DocumentText,
  type PlanMatrix,
  type Source,
  SourceChange,
  type SourcePage,
  type SourcePreview,
  SourceQuery,
} from '@uptake/sources/contracts';
import { mayImport } from '@uptake/sources/domain';
import { PreviewDocument } from './preview-document';
import { SourceReader } from './source-reader';
import { Sources } from './sources';

const Id = z.uuid();
const PREVIEWS = { points: 60, seconds: 300 };

/** Reading, previewing and keeping sources. Importing makes recommendations, so it stands in their slice. */
@Controller('sources')
export class SourcesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly sources: Sources,
    private readonly reader: SourceReader,
    private readonly previews: PreviewDocument,
    private readonly limits: RateLimits,
  ) {}

  @Access('public')
  @Get()
  list(@Query({ schema: SourceQuery }) query: SourceQuery, @CurrentActor() actor: Actor): Promise<SourcePage> {
    return this.reader.page(query, actor);
  }

  /** Nothing is written, so nothing is kept for a repetition either. */
  @Access('person')
  @NotReplayed()
  @Post('previews')
  @HttpCode(200)
  async preview(@Body({ schema: DocumentText }) document: DocumentText, @CurrentActor() actor: Actor): Promise<SourcePreview> {
    if (!mayImport(actor)) throw forbidden();
    await this.limits.spend('preview', actor.accountId as string, PREVIEWS);
    return this.previews.preview(document, actor);
  }

  @Access('public')
  @Get(':id')
  one(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<Source> {
    return this.reader.one(id, actor);
  }

  @Access('public')
  @Get(':id/matrix')
  matrix(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<PlanMatrix> {
    return this.reader.matrix(id, actor);
  }

  @Access('person')
  @Patch(':id')
  change(
    @Param('id', { schema: Id }) id: string,
    @Revision() revision: number,
    @Body({ schema: SourceChange }) change: SourceChange,
    @CurrentActor() actor: Actor,
  ): Promise<Source> {
    return this.transactions.run(async (tx) => {
      const before = await this.coordinated(id, actor);
      if (!(await this.sources.change(tx, { id, revision }, change, actor))) throw stale(before);
      return this.reader.one(id, actor, tx);
    });
  }

  /** Undoes the import, as long as nobody has worked with it. */
  @Access('person')
  @Delete(':id')
  @HttpCode(204)
  async withdraw(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.coordinated(id, actor);
    await this.transactions.run((tx) => this.sources.withdraw(tx, id, actor));
  }

  @Access('person')
  @Post(':id/restore')
  @HttpCode(200)
  async restore(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<Source> {
    await this.coordinated(id, actor);
    return this.transactions.run(async (tx) => {
      await this.sources.restore(tx, id, actor);
      return this.reader.one(id, actor, tx);
    });
  }

  private async coordinated(id: string, actor: Actor): Promise<Source> {
    const source = await this.reader.one(id, actor);
    if (!source.may.coordinate) throw forbidden();
    return source;
  }
}
