import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import * as z from 'zod';
import { Api } from './api';
import { apiInterceptor } from './api-interceptor';
import { apiUrl } from './api-url';
import { Problem } from './problem';

const answer = z.object({ id: z.string() });

describe('the API client', () => {
  let api: Api;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()] });
    api = TestBed.inject(Api);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  it('gives every POST a key of its own', async () => {
    const keys = [];
    for (const id of ['a', 'b']) {
      const sent = api.post('/ballots', {}, answer);
      const request = server.expectOne('/api/v1/ballots');
      keys.push(request.request.headers.get('Idempotency-Key'));
      request.flush({ id });
      await sent;
    }
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps the key of a POST that is sent again', async () => {
    const sent = api.post('/ballots', {}, answer, { idempotencyKey: 'same-as-before' });
    const request = server.expectOne('/api/v1/ballots');
    expect(request.request.headers.get('Idempotency-Key')).toBe('same-as-before');
    request.flush({ id: 'a' });
    await sent;
  });

  it('says which revision is changed, and sends no key with a PATCH', async () => {
    const sent = api.patch('/me', { name: 'Ada' }, answer, { revision: 7 });
    const request = server.expectOne('/api/v1/me');
    expect(request.request.headers.get('If-Match')).toBe('"7"');
    expect(request.request.headers.has('Idempotency-Key')).toBe(false);
    request.flush({ id: 'a' });
    await sent;
  });

  it('turns a refusal into a problem with its code, sentence and fields', async () => {
    const sent = api.post('/ballots', {}, answer).catch((error: unknown) => error);
    server.expectOne('/api/v1/ballots').flush(
      {
        type: 'urn:uptake:problem:invalid',
        title: 'Unprocessable',
        status: 422,
        code: 'invalid',
        detail: 'Something in the form needs another look.',
        errors: [{ path: 'title', message: 'Give it a title.' }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    expect(await sent).toMatchObject({
      status: 422,
      code: 'invalid',
      detail: 'Something in the form needs another look.',
      errors: [{ path: 'title', message: 'Give it a title.' }],
    });
  });

  it('tells a network that is gone from a server that refuses', async () => {
    const sent = api.get('/session', answer).catch((error: unknown) => error);
    server.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    expect(await sent).toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('reads a page of a proxy as our problem, with its status', async () => {
    const sent = api.get('/session', answer).catch((error: unknown) => error);
    server.expectOne('/api/v1/session').flush('<html>Bad gateway</html>', { status: 502, statusText: 'Bad gateway' });
    expect(await sent).toMatchObject({ status: 502, code: 'unreadable', detail: undefined });
  });

  it('refuses an answer that has not the shape that was agreed', async () => {
    const sent = api.get('/session', answer).catch((error: unknown) => error);
    server.expectOne('/api/v1/session').flush({ id: 7 });
    const problem = await sent;
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'unreadable' });
  });
});

describe('an address of the API', () => {
  it('leaves out what is not asked and repeats what is asked twice', () => {
    expect(apiUrl('/recommendations', { q: '', topic: ['training', 'financing'], status: undefined, limit: 50 })).toBe(
      '/api/v1/recommendations?topic=training&topic=financing&limit=50',
    );
  });

  it('stands alone without a query', () => {
    expect(apiUrl('/session')).toBe('/api/v1/session');
  });
});
