import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import { CurrentActor, deviceOf, SessionCookie } from '@uptake/people/server';
import { Access, NotReplayed, notFound, RateLimits } from '@uptake/platform/http';
import { JoinCode, JoinRoom as Joining, type Room, type Seat } from '@uptake/workshops/contracts';
import { asksName } from '@uptake/workshops/domain';
import { JoinRoom } from './join-room';
import { Workshop } from './workshop.entity';

/** Wrong codes from one address. A whole room shares one, so right codes are not counted. */
const WRONG_CODES = { points: 60, seconds: 300 };

/** The door of a workshop, for whoever has its code. */
@Controller('rooms')
export class RoomsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly joining: JoinRoom,
    private readonly cookie: SessionCookie,
    private readonly limits: RateLimits,
  ) {}

  @Access('public')
  @Get(':code')
  async look(@Param('code', { schema: JoinCode }) code: string, @Req() request: FastifyRequest): Promise<Room> {
    const { id, title, rule } = await this.find(code, request.ip);
    const rows: { open: boolean }[] = await this.dataSource.query(
      `SELECT EXISTS (SELECT 1 FROM ballot WHERE workshop_id = $1 AND state = 'open') AS open`,
      [id],
    );
    return { workshopId: id, title, rule, asksName: asksName(rule), ballotOpen: rows[0]?.open ?? false };
  }

  @Access('public')
  @NotReplayed()
  @Post()
  async join(
    @CurrentActor() actor: Actor,
    @Body({ schema: Joining }) room: Joining,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Seat> {
    await this.find(room.code, request.ip);
    const { seat, token } = await this.joining.run(actor, room, deviceOf(request.headers['user-agent']));
    if (token) this.cookie.set(reply, token);
    return seat;
  }

  private async find(code: string, address: string): Promise<Workshop> {
    await this.limits.check('room-code', address, WRONG_CODES);
    const workshop = await this.dataSource.manager.findOneBy(Workshop, { joinCode: code });
    if (workshop) return workshop;
    await this.limits.spend('room-code', address, WRONG_CODES);
    throw notFound();
  }
}
