import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CallerRequest } from '@uptake/platform/http';
import type { SignedIn } from './sessions';

const signedIn = (context: ExecutionContext) => context.switchToHttp().getRequest<CallerRequest>().caller as SignedIn;

/** The actor of the request, with roles. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => signedIn(context).actor);

/** The id of the session of the request. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) => signedIn(context).sessionId);
