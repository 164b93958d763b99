import { SetMetadata } from '@nestjs/common';

/**
 * Who may call a route at all; what exactly they may do there is decided by the policies of the slice, with the resource at hand.
 * `public`: anybody. `guest`: whoever holds a session, people who joined by code included. `person`: whoever signed in.
 */
export type Access = 'public' | 'guest' | 'person';

export const ACCESS = 'uptake:access';

/** Every handler bears one; a route without it keeps the API from starting. */
export const Access = (access: Access) => SetMetadata(ACCESS, access);
