import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import type { RecommendationQuery } from '@uptake/recommendations/contracts';
import { listQuery } from './list-query';

/** The list of recommendations that an actor may see. */
@Injectable()
export class ReadList {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns a RecommendationPage as JSON text: the database has made it already, so nobody parses and writes it again */
  async page(actor: Actor, query: RecommendationQuery): Promise<string> {
    const { sql, parameters } = listQuery(actor, query, this.clock.now());
    const rows: { answer: string }[] = await this.dataSource.query(sql, parameters);
    return rows[0]?.answer ?? '';
  }
}
