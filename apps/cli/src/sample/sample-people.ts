import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Transactions } from '@uptake/platform/database';
import { Sessions } from '@uptake/people/server';
import type { SampleClock } from './sample-clock';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Lets the people of the sample act as they did: each through the same API as everybody, signed in as themselves. */
export class SamplePeople {
  private readonly accounts = new Map<string, string>();
  private readonly tokens = new Map<string, { token: string; day: string }>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly clock: SampleClock,
  ) {}

  add(key: string, accountId: string): void {
    this.accounts.set(key, accountId);
  }

  accountOf(key: string): string {
    const account = this.accounts.get(key);
    if (!account) throw new Error(`The sample has nobody called ${key}`);
    return account;
  }

  /** @throws when the API refuses: a sample that breaks a rule is a defect */
  async act<Body = Record<string, unknown>>(
    key: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: object,
    revision?: number,
  ): Promise<Body> {
    const response = await this.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: {
        cookie: `${this.cookieName}=${await this.tokenOf(key)}`,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      ...(body ? { payload: body } : {}),
    });
    const answer: Answer = { status: response.statusCode, body: response.body ? response.json() : {} };
    if (answer.status >= 400) throw new Error(`${key} ${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  /** The sessions were only the sample's own. */
  async signOutAll(): Promise<void> {
    await this.app.get(DataSource).query('DELETE FROM session');
  }

  private readonly cookieName = 'uptake';

  private async tokenOf(key: string): Promise<string> {
    const day = this.clock.now().toISOString().slice(0, 10);
    const open = this.tokens.get(key);
    if (open?.day === day) return open.token;
    const token = await this.app.get(Transactions).run((tx) => this.app.get(Sessions).open(tx, this.accountOf(key), 'Sample'));
    this.tokens.set(key, { token, day });
    return token;
  }
}
