import { randomUUID } from 'node:crypto';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

interface Options {
  ifMatch?: number;
  headers?: Record<string, string>;
}

/** Somebody's browser without the screen: keeps the session cookie, sends what ours sends. */
export class Client {
  constructor(
    readonly url: string,
    public cookie?: string,
  ) {}

  get = <Body = Record<string, unknown>>(path: string, options?: Options) => this.call<Body>('GET', path, undefined, options);
  post = <Body = Record<string, unknown>>(path: string, body: unknown = {}, options?: Options) =>
    this.call<Body>('POST', path, body, options);
  put = <Body = Record<string, unknown>>(path: string, body: unknown, options?: Options) => this.call<Body>('PUT', path, body, options);
  patch = <Body = Record<string, unknown>>(path: string, body: unknown, options?: Options) => this.call<Body>('PATCH', path, body, options);
  delete = <Body = Record<string, unknown>>(path: string, options?: Options) => this.call<Body>('DELETE', path, undefined, options);

  /** @param path below /api/v1, or absolute when it begins with a slash */
  private async call<Body>(method: string, path: string, body: unknown, { ifMatch, headers = {} }: Options = {}): Promise<Answer<Body>> {
    const response = await fetch(path.startsWith('/') ? this.url + path : `${this.url}/api/v1/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const kept = response.headers.getSetCookie()[0]?.split(';')[0];
    if (kept) this.cookie = kept;
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }
}
