import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './access';

export interface Route {
  method: string;
  path: string;
  access: Access;
}

interface Argument {
  schema?: unknown;
  pipes: unknown[];
}

const BODY = '3';
const QUERY = '4';
const PARAM = '5';

/**
 * Every route of the API with who may call it.
 * @throws when a handler says nothing about access, or takes a body, query or parameter without a schema: deny by default
 */
export function checkRoutes(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector): Route[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, (...args: unknown[]) => unknown>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name] as object))
      .map((name) => {
        const handler = prototype[name] as (...args: unknown[]) => unknown;
        const where = `${controller.name}.${name}`;
        const access = reflector.get<Access | undefined>(ACCESS, handler);
        if (!access) throw new Error(`${where} does not say who may call it: give it @Access(...)`);
        refuseUnchecked(where, (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>);
        return {
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'ALL',
          path: `${String(Reflect.getMetadata(PATH_METADATA, controller))}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`.replace(
            /\/+/g,
            '/',
          ),
          access,
        };
      });
  });
}

function refuseUnchecked(where: string, args: Record<string, Argument>): void {
  for (const [key, argument] of Object.entries(args)) {
    const kind = key.split(':')[0] ?? '';
    if ([BODY, QUERY, PARAM].includes(kind) && !argument.schema) throw new Error(`${where} takes input without a schema`);
  }
}
