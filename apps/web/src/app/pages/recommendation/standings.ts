import type { Assignment } from '@uptake/assignments/contracts';
import type { Recommendation } from '@uptake/recommendations/contracts';
import type { Languages, Locale } from '@uptake/web/i18n';
import type { Axis, AxisStanding } from '@uptake/web/ui';

type Standings = Record<Axis, AxisStanding | null>;

/** Where a recommendation stands on its four axes; the last three are the lead's. */
export function standingsOf(
  { lifecycle, decidedAt }: Recommendation,
  lead: Assignment | null,
  languages: Languages,
  locale: Locale,
): Standings {
  const said = (key: string, day: string | null) =>
    day ? { note: languages.say(`recommendations.page.${key}`, { day: locale.day(day) }) } : {};
  const decision = { state: lifecycle, ...said('on', decidedAt) };
  if (!lead) return { decision, response: null, implementation: null, verification: null };
  const wasReported = lead.reportedAt !== null;
  return {
    decision,
    response: { state: lead.response, ...said('on', lead.respondedAt) },
    implementation: { state: lead.implementation, ...said('reported', lead.reportedAt) },
    verification: wasReported ? { state: lead.verification, ...said('since', lead.verificationAt) } : null,
  };
}
