import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import * as z from 'zod';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Access } from '@uptake/platform/http';
import { NewStatusUpdate, type ReportedUpdate, type ReportForm, ReportToken, type StatusUpdates } from '@uptake/progress/contracts';
import { ReadReportForm } from './read-report-form';
import { ReadUpdates } from './read-updates';
import { ReportStatus } from './report-status';

const Id = z.uuid();

@Controller()
export class ProgressController {
  constructor(
    private readonly updates: ReadUpdates,
    private readonly forms: ReadReportForm,
    private readonly reporting: ReportStatus,
  ) {}

  @Access('public')
  @Get('recommendations/:id/updates')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<StatusUpdates> {
    return this.updates.of(actor, id);
  }

  @Access('person')
  @Get('assignments/:id/report-form')
  form(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ReportForm> {
    return this.forms.of(actor, id);
  }

  @Access('person')
  @Post('assignments/:id/updates')
  report(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewStatusUpdate }) update: NewStatusUpdate,
  ): Promise<ReportedUpdate> {
    return this.reporting.run(actor, id, update);
  }

  /** The signature in the link is the right; no session is asked for. */
  @Access('public')
  @Get('report-links/:token')
  formByLink(@Param('token', { schema: ReportToken }) token: string): Promise<ReportForm> {
    return this.forms.byLink(token);
  }

  @Access('public')
  @Post('report-links/:token/updates')
  reportByLink(
    @Param('token', { schema: ReportToken }) token: string,
    @Body({ schema: NewStatusUpdate }) update: NewStatusUpdate,
  ): Promise<ReportedUpdate> {
    return this.reporting.byLink(token, update);
  }
}
