import { httpResource } from '@angular/common/http';
import { type Signal, effect, inject, linkedSignal } from '@angular/core';
import { Tally } from '@uptake/voting/contracts';
import { apiUrl } from '@uptake/web/http';
import { LiveStreams, followLive } from '@uptake/web/live';

const pollEveryMs = 2000;

/**
 * How a ballot stands, kept true while the page is open: read once, pushed from then on, and asked for every two seconds while there is no
 * socket. Call it in the constructor of a component or as its field.
 * @param ballotId which ballot; null: none yet
 * @param workshopId whose stream brings the news
 */
export function liveTally(ballotId: () => string | null, workshopId: () => string | null): Signal<Tally | null> {
  const streams = inject(LiveStreams);
  let overtaken = false;
  const read = httpResource(() => (ballotId() ? apiUrl(`/ballots/${ballotId()}/tally`) : undefined), {
    parse: (answer) => Tally.parse(answer),
  });
  /** What was pushed while an answer was on its way is newer than the answer. */
  const tally = linkedSignal<{ id: string | null; answer: Tally | undefined }, Tally | null>({
    source: () => ({ id: ballotId(), answer: read.hasValue() ? read.value() : undefined }),
    computation: ({ id, answer }, before) => {
      const shown = before?.source.id === id ? before.value : null;
      return answer && !overtaken ? answer : shown;
    },
  });
  const reload = () => {
    overtaken = false;
    read.reload();
  };
  followLive(() => (workshopId() ? `workshop:${workshopId()}` : null), {
    reload,
    when: ({ data }) => data['ballotId'] === ballotId(),
    onTally: (news) => {
      if (news.ballotId !== ballotId()) return;
      overtaken = read.isLoading();
      tally.set(Tally.parse(news));
    },
  });
  effect((onCleanup) => {
    if (streams.state() !== 'polling' || !ballotId()) return;
    const polling = setInterval(reload, pollEveryMs);
    onCleanup(() => clearInterval(polling));
  });
  return tally.asReadonly();
}
