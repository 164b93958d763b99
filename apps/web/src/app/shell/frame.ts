import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** What stands around the page: the masthead for desks, or nothing in a room (a vote, a wall). The route says which. */
@Injectable({ providedIn: 'root' })
export class Frame {
  private readonly router = inject(Router);
  private readonly arrived = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd)));

  readonly kind = computed<'desk' | 'room'>(() => {
    this.arrived();
    return deepest(this.router.routerState.snapshot.root).data['frame'] === 'room' ? 'room' : 'desk';
  });
  /** Path without query: a new page, not a new filter. */
  readonly path = computed(() => this.arrived()?.urlAfterRedirects.split(/[?#]/)[0] ?? '');
}

function deepest(route: ActivatedRouteSnapshot): ActivatedRouteSnapshot {
  return route.firstChild ? deepest(route.firstChild) : route;
}
