import { computed, DestroyRef, effect, inject } from '@angular/core';
import type { Fact, Stream } from '@uptake/activity/contracts';
import type { Tally } from './live-news';
import { LiveStreams } from './live-streams';

export interface LivePage {
  /** Reads the page anew; called at most once in 50 ms however much happens. Usually `() => resource.reload()`. */
  readonly reload?: () => void;
  /** Which facts call for that; all of them, unless told. `(fact) => fact.type.startsWith('voting.')` */
  readonly when?: (fact: Fact) => boolean;
  readonly onTally?: (tally: Tally) => void;
}

const gatherMs = 50;

/**
 * Keeps a page true while it is open. Call it in the constructor of a component.
 * @param stream the stream to follow; it may change, and null follows nothing
 */
export function followLive(stream: () => Stream | null, { reload, when = () => true, onTally }: LivePage): void {
  const streams = inject(LiveStreams);
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const reloadSoon = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      reload?.();
    }, gatherMs);
  };
  // Compared by name: a page that takes it from what it read would otherwise join anew at every read, and read at every joining.
  const named = computed(stream);
  effect((onCleanup) => {
    const followed = named();
    if (followed === null) return;
    onCleanup(
      streams.join(followed, {
        onFact: (fact) => when(fact) && reloadSoon(),
        onReload: reloadSoon,
        ...(onTally ? { onTally } : {}),
      }),
    );
  });
  inject(DestroyRef).onDestroy(() => clearTimeout(gathering));
}
