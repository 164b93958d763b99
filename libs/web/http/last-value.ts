import { type ResourceStatus, type Signal, linkedSignal } from '@angular/core';

interface Readable<T> {
  status(): ResourceStatus;
  hasValue(): boolean;
  value(): T;
}

/**
 * What a resource said last. It stays while the same thing is read anew, and when that fails: a page that lost its network keeps what it
 * shows. Null until the first answer, and again once something else is asked for.
 */
export function lastValue<T>(resource: Readable<T | undefined>): Signal<T | null> {
  return linkedSignal<{ status: ResourceStatus; value: T | undefined }, T | null>({
    source: () => ({ status: resource.status(), value: resource.hasValue() ? resource.value() : undefined }),
    computation: ({ status, value }, before) => value ?? (status === 'loading' || status === 'idle' ? null : (before?.value ?? null)),
  });
}
