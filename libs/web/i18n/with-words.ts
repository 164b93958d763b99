import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { Slice } from '@uptake/languages';
import { Languages } from './languages';

/** For a route: `resolve: { words: withWords('voting') }`. The page shows once its words are there, so no key is ever on screen. */
export function withWords(...slices: readonly Slice[]): ResolveFn<boolean> {
  return async () => {
    await inject(Languages).load(...slices);
    return true;
  };
}
