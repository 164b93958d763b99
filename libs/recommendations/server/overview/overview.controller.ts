import { Controller, Get, Header } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor } from '@uptake/people/server';
import { Access } from '@uptake/platform/http';
import { ReadOverview } from './read-overview';

@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: ReadOverview) {}

  @Access('public')
  @Get()
  @Header('content-type', 'application/json')
  read(@CurrentActor() actor: Actor): Promise<string> {
    return this.overview.of(actor);
  }
}
