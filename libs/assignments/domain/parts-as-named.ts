import type { Part } from '@uptake/recommendations/domain';

/** A body that the document itself names for a recommendation, in the order in which it names them. */
export interface NamedBody {
  institutionId: string;
  coordinating: boolean;
}

/** The parts that a document means: the body it calls coordinating leads, or else the first one; the others support. */
export function partsAsNamed(named: readonly NamedBody[]): { institutionId: string; part: Part }[] {
  const lead = named.find(({ coordinating }) => coordinating) ?? named[0];
  return named.map(({ institutionId }) => ({ institutionId, part: institutionId === lead?.institutionId ? 'lead' : 'supporting' }));
}
