import { computed, effect, inject } from '@angular/core';
import type { Stream } from '@uptake/activity/contracts';
import { LiveStreams } from './live-streams';

const GATHER_MS = 100;

/**
 * Keeps a page true that tells of many things at once. Call it in the constructor of a component.
 * @param streams may change; compared by name, because a page takes them from what it read
 * @param reload called once, however many facts come together
 */
export function followAll(streams: () => readonly Stream[], reload: () => void): void {
  const live = inject(LiveStreams);
  const named = computed(streams, { equal: (before, now) => before.join() === now.join() });
  effect((onCleanup) => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const reloadSoon = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        reload();
      }, GATHER_MS);
    };
    const stops = named().map((stream) => live.join(stream, { onFact: reloadSoon, onReload: reloadSoon }));
    onCleanup(() => {
      clearTimeout(gathering);
      stops.forEach((stop) => stop());
    });
  });
}
