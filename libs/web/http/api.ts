import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { apiUrl, type QueryValue } from './api-url';
import { Problem } from './problem';

/** What reads an answer: a zod schema fits. */
export interface Reader<T> {
  parse(answer: unknown): T;
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Revision of what is changed: the server refuses with 412 where somebody else was faster. */
  readonly revision?: number | undefined;
  /** Give your own where the same POST may be sent again later, for instance from an outbox. */
  readonly idempotencyKey?: string | undefined;
}

/** Commands to the API. To show something, use `httpResource(() => apiUrl('/...'), { parse })` instead. Every failure is a Problem. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: `/${string}`, reader: Reader<T>, options?: RequestOptions): Promise<T> {
    return this.send('GET', path, undefined, reader, options);
  }

  post<T>(path: `/${string}`, body: unknown, reader: Reader<T>, options?: RequestOptions): Promise<T> {
    return this.send('POST', path, body, reader, options);
  }

  put<T>(path: `/${string}`, body: unknown, reader: Reader<T>, options?: RequestOptions): Promise<T> {
    return this.send('PUT', path, body, reader, options);
  }

  patch<T>(path: `/${string}`, body: unknown, reader: Reader<T>, options?: RequestOptions): Promise<T> {
    return this.send('PATCH', path, body, reader, options);
  }

  delete(path: `/${string}`, options?: RequestOptions): Promise<void> {
    return this.send('DELETE', path, undefined, noAnswer, options);
  }

  private async send<T>(method: string, path: `/${string}`, body: unknown, reader: Reader<T>, options: RequestOptions = {}): Promise<T> {
    const answer = await firstValueFrom(
      this.http.request<unknown>(method, apiUrl(path, options.query), { body, headers: headersOf(options) }),
    );
    try {
      return reader.parse(answer);
    } catch (error) {
      throw Problem.from(error);
    }
  }
}

/** For commands whose answer nobody reads. */
export const noAnswer: Reader<void> = { parse: () => undefined };

function headersOf({ revision, idempotencyKey }: RequestOptions): Record<string, string> {
  return {
    ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
  };
}
