import { invalid } from '@uptake/platform/http';
import type { Outline } from '@uptake/sources/domain';

const SHORTEST = 3;
const LONGEST = 5000;

/** @throws 422 with every item that has no text yet, or more than one recommendation holds; and where there is nothing to import */
export function refuseUnfinished({ kind, items }: Outline): void {
  if (kind === 'institution')
    throw invalid([{ path: 'outline.kind', message: 'This is the profile of an institution: add it to the directory.' }]);
  const faults = items.flatMap(({ text }, index) => {
    const path = `outline.items.${index}.text`;
    if (text.trim().length < SHORTEST) return [{ path, message: 'Write its text, or leave it out.' }];
    return text.length > LONGEST ? [{ path, message: 'This is longer than 5,000 characters. Split it.' }] : [];
  });
  if (items.length === 0) faults.push({ path: 'outline.items', message: 'There is nothing to import.' });
  if (faults.length) throw invalid(faults);
}
