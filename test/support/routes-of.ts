import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { checkRoutes, type Route } from '@uptake/platform/http';
import type { Client } from './client';
import type { RunningApi } from './running-api';

/** Every route that the running API answers to, as it says of itself. */
export function routesOf({ app }: RunningApi): Route[] {
  const routes = checkRoutes(app.get(DiscoveryService), new MetadataScanner(), app.get(Reflector));
  return routes.map((route) => ({ ...route, path: `/${route.path}`.replace(/\/+/g, '/').replace(/\/$/, '') }));
}

/**
 * Calls a route with what its parameters stand for.
 * @param idOf what to put for a parameter, given the word before it: `recommendations` for `/recommendations/:id`
 */
export function callRoute(
  client: Client,
  { method, path }: Route,
  idOf: (collection: string, parameter: string) => string,
  body: unknown = {},
  headers: Record<string, string> = {},
) {
  const filled = path.replace(
    /(\w[\w-]*)\/:(\w+)/g,
    (_, collection: string, parameter: string) => `${collection}/${idOf(collection, parameter)}`,
  );
  const url = filled.slice(1);
  switch (method) {
    case 'GET':
      return client.get(url, { headers });
    case 'DELETE':
      return client.delete(url, { headers });
    case 'POST':
      return client.post(url, body, { headers });
    case 'PUT':
      return client.put(url, body, { headers });
    default:
      return client.patch(url, body, { headers, ifMatch: 1 });
  }
}
