import { StandardSchemaValidationPipe } from '@nestjs/common';
import { invalid } from './problem';

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
}

/** Checks every body, query and parameter against the schema that the handler names for it. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues: readonly Issue[]) =>
      invalid(
        issues.map(({ message, path = [] }) => ({
          path: path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
          message,
        })),
      ),
  });
