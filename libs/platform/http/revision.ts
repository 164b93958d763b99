import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem';

/** The revision that the caller says it is changing, from `If-Match: "7"`; without it 428. */
export const Revision = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const revision = Number(/^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1]);
  if (!revision) throw new Problem(428, 'revision_missing');
  return revision;
});
