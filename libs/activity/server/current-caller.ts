import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CallerRequest } from '@uptake/platform/http';

/** Whoever sent the request, as the stream policies want to know it. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<CallerRequest>().caller,
);
