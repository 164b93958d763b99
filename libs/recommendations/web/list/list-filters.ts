import { RecommendationQuery } from '@uptake/recommendations/contracts';

export type ListSort = RecommendationQuery['sort'];

export const listSorts: readonly ListSort[] = ['reference', '-votes', 'due', '-due', '-changed'];
export const facetNames = ['status', 'topic', 'institution', 'source'] as const;
export type FacetName = (typeof facetNames)[number];

/** What the address of the list says: each filter with the values that are chosen in it. */
export type ListFilters = Readonly<Record<FacetName, readonly string[]>> & { readonly q: string; readonly sort: ListSort };

/** A query parameter that may stand once, many times or not at all. */
export const valuesOf = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;

/** What cannot be read in an address somebody typed or kept is as if it were not there. */
export const sortOf = (given: string | undefined): ListSort => listSorts.find((sort) => sort === given) ?? 'reference';
