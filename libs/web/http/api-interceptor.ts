import type { HttpInterceptorFn } from '@angular/common/http';
import { catchError, throwError } from 'rxjs';
import { isApiUrl } from './api-url';
import { Problem } from './problem';

/** Gives every POST a key, so that one sent twice is done once, and turns every failure into a Problem. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isApiUrl(request.url)) return next(request);
  const needsKey = request.method === 'POST' && !request.headers.has('Idempotency-Key');
  const sent = needsKey ? request.clone({ setHeaders: { 'Idempotency-Key': crypto.randomUUID() } }) : request;
  return next(sent).pipe(catchError((error: unknown) => throwError(() => Problem.from(error))));
};
