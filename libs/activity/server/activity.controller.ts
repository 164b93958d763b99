import { Controller, Get, Query } from '@nestjs/common';
import { type ActivityPage, ActivityQuery } from '@uptake/activity/contracts';
import { CurrentCaller } from './current-caller';
import { ActivityLog } from '@uptake/platform/activity';
import { Access, type Caller, notFound } from '@uptake/platform/http';
import { StreamAccess } from '@uptake/platform/live';

/** What the socket pushes, to be read again: catching up after a gap, polling without a socket, timelines. */
@Controller('activity')
export class ActivityController {
  constructor(
    private readonly log: ActivityLog,
    private readonly access: StreamAccess,
  ) {}

  @Access('public')
  @Get()
  async read(@CurrentCaller() caller: Caller, @Query({ schema: ActivityQuery }) query: ActivityQuery): Promise<ActivityPage> {
    if (!(await this.access.allows(caller, query.stream))) throw notFound();
    return this.log.read(query.stream, query);
  }
}
