import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sentence } from '@uptake/platform/words';
import { Problem } from './problem';

const CODES: Record<number, string> = {
  400: 'bad_request',
  404: 'not_found',
  405: 'not_found',
  413: 'too_large',
  415: 'bad_request',
  429: 'too_many',
};

/** What PostgreSQL says of text that no text column may hold, such as a NUL: the sender's fault, not ours. */
const UNWRITABLE = new Set(['22021', '22P05']);

/** Turns whatever was thrown into the one error format. What nobody foresaw is logged whole and told in one plain sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.toProblem(error);
    const { params, ...more } = problem.more;
    const language = request.headers['accept-language'];
    void http
      .getResponse<FastifyReply>()
      .status(problem.status)
      .header('content-type', 'application/problem+json')
      .header('cache-control', 'no-store')
      .send({
        type: `urn:uptake:problem:${problem.code}`,
        title: STATUS_CODES[problem.status] ?? 'Error',
        status: problem.status,
        code: problem.code,
        detail: sentence(language, `problems.${problem.code}`, params),
        ...(params ? { params } : {}),
        ...more,
        instance: request.id,
      });
  }

  private toProblem(error: unknown): Problem {
    if (error instanceof Problem) return error;
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    if (status && status < 500) return new Problem(status, CODES[status] ?? 'bad_request');
    if (UNWRITABLE.has((error as { code?: string }).code ?? '')) return new Problem(400, 'bad_request');
    this.logger.error(error instanceof Error ? error : String(error));
    return new Problem(500, 'unforeseen');
  }
}
