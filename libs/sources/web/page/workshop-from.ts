import type { Source } from '@uptake/sources/contracts';

/** What the form for a new workshop begins with, as query parameters; lists are repeated. */
export function workshopFrom({ id, title, timeZone, meeting }: Source): Record<string, string | string[]> {
  const found = {
    sourceId: id,
    title: meeting?.name ?? title,
    startsOn: meeting?.starts,
    endsOn: meeting?.ends ?? meeting?.starts,
    timeZone,
    venue: meeting?.place,
    organisers: meeting?.organisers,
    funder: meeting?.funder,
    countries: meeting?.countries,
    contributions: meeting?.contributions,
  };
  return Object.fromEntries(Object.entries(found).flatMap(([name, value]) => (value?.length ? [[name, value]] : [])));
}
