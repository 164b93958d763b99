import type { Stream } from '@uptake/activity/contracts';
import { ActivityLog } from '@uptake/platform/activity';
import { Transactions } from '@uptake/platform/database';
import type { RunningApi } from './running-api';

/** Adds facts to the log of a running API, each with its number, in one transaction, as a command does. */
export function tell({ app }: RunningApi, streams: Stream[], ...numbers: number[]): Promise<void> {
  const facts = numbers.map((number) => ({ streams, type: 'test.told', data: { number } }));
  return app.get(Transactions).run((tx) => app.get(ActivityLog).append(tx, ...facts));
}
