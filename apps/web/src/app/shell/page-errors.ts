import { type ErrorHandler, Injectable, Injector, inject } from '@angular/core';
import { Router } from '@angular/router';

/** What nobody caught. A page whose code could not be fetched leads to the problem page; everything is written to the console. */
@Injectable({ providedIn: 'root' })
export class PageErrors implements ErrorHandler {
  /** The router itself reports errors here, so it is asked for late. */
  private readonly injector = inject(Injector);

  handleError(error: unknown): void {
    console.error(error);
    if (isLostCode(error)) void this.injector.get(Router).navigateByUrl('/problem', { skipLocationChange: true });
  }
}

/** Browsers word it differently; all of them throw a TypeError that speaks of a module. */
function isLostCode(error: unknown): boolean {
  return error instanceof TypeError && /module/i.test(error.message) && /import|load|fetch/i.test(error.message);
}
