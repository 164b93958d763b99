/** Days are counted from the day of loading: -120 lies 120 days back, 9 nine days ahead. */
export type DayOffset = number;

/** `key` of an institution in institutions.json. */
export type InstitutionKey = string;

/** `key` of a person in people.json. */
export type PersonKey = string;

/** `RH26-01` to `RH26-30` in the order of workshop.txt, or the code of a line in plan.txt as it stands there (`3.b`, `9.`). */
export type RecommendationCode = string;

export type SampleSourceKey = 'workshop' | 'plan';

/** sources.json: what the two documents do not say of themselves. */
export interface SampleSources {
  workshop: {
    kind: 'workshop';
    title: string;
    rule: 'open' | 'chatham_house';
    startsOn: string;
    endsOn: string;
    venue: string;
    timeZone: string;
    organisers: string[];
    funder: string;
    countries: string[];
    /** Discussion questions, numbered in this order. */
    considerations: string[];
    /** The processes that the outcome is sent to. */
    contributions: string[];
    source: SampleDocument;
  };
  plan: SampleDocument & { title: string };
}

export interface SampleDocument {
  /** File name beside this one. */
  file: string;
  referencePrefix: string;
  language: string;
  visibility: 'public' | 'members';
  timeZone: string;
}

export interface SampleCommitment {
  code: string;
  title: string;
  comment: string;
  sub: { code: string; title: string; comment: string }[];
}

/** institutions.json; a parent stands before its parts. */
export interface SampleInstitution {
  key: InstitutionKey;
  name: string;
  kind: 'ministry' | 'police' | 'armed_forces' | 'agency' | 'parliament' | 'un_body' | 'civil_society' | 'other';
  parent?: InstitutionKey;
  /** Names under which plan.txt and other documents mention it. */
  aliases: string[];
  description: string;
  activities: string;
  commitments: SampleCommitment[];
  investments: ('policy' | 'programmatic')[];
  countries: string[];
  website: string;
  language: string;
  timeZone: string;
}

export type SampleMembership =
  | { role: 'administrator' }
  | { role: 'coordinator' | 'civil_society'; source: SampleSourceKey }
  | { role: 'focal_point' | 'deputy' | 'approver'; institution: InstitutionKey };

/** people.json */
export interface SamplePerson {
  key: PersonKey;
  name: string;
  email: string;
  language: string;
  timeZone: string;
  /** The one person for whom a sign-in link of this kind is printed. */
  link?: 'administrator' | 'coordinator' | 'focal_point' | 'participant';
  memberships: SampleMembership[];
  /** Part in the workshop. */
  participant?: {
    part: 'facilitator' | 'rapporteur' | 'participant' | 'observer';
    constituency: 'civil_society' | 'government' | 'security_sector' | 'un' | 'academia' | 'other';
    affiliation: string;
  };
}

export type SampleStatus = 'not_started' | 'in_progress' | 'substantially_implemented' | 'implemented' | 'blocked' | 'no_longer_applicable';
export type SampleResponse = 'accepted' | 'partially_accepted' | 'not_accepted' | 'noted';
export type SampleFrequency = 'yearly' | 'half_yearly' | 'quarterly' | 'monthly';
export type SampleEvidence = { kind: 'link'; title: string; url: string } | { kind: 'figure'; title: string; figure: string };

interface Act<Action extends string> {
  day: DayOffset;
  actor: PersonKey;
  action: Action;
}

/** Which institution's part in which recommendation is meant. */
interface OnAssignment {
  recommendation: RecommendationCode;
  institution: InstitutionKey;
}

interface DueDates {
  recommendation: RecommendationCode;
  /** The lead's first update is due on this day; bodies that are consulted report nothing. */
  dueDay: DayOffset;
  /** The same for the supporting bodies; given exactly where there are any. */
  supportingDueDay?: DayOffset;
  frequency: SampleFrequency;
}

/** history.json: everything that happened, ordered by day; acts of one day in the order given. */
export type SampleAct =
  | (Act<'edit'> & { recommendation: RecommendationCode; text: string; reason: string })
  | (Act<'open_ballot'> & {
      ballot: string;
      title: string;
      method: 'approval';
      hiddenUntilClosed: boolean;
      recommendations: RecommendationCode[];
    })
  /** One participant's choices; what is in none of the lists was left open. */
  | (Act<'vote'> & { ballot: string; agree?: RecommendationCode[]; disagree?: RecommendationCode[]; pass?: RecommendationCode[] })
  | (Act<'close_ballot'> & { ballot: string })
  | (Act<'decide'> & { ballot: string; adopted: RecommendationCode[]; notAdopted: RecommendationCode[] })
  /** Recommendations of the workshop, whose text names nobody. */
  | (Act<'assign'> & DueDates & { lead: InstitutionKey; supporting?: InstitutionKey[]; consulted?: InstitutionKey[] })
  /** Lines of the plan: the departments named on the line are taken; the coordinating or else the first one leads, the others support. */
  | (Act<'schedule'> & DueDates)
  /** One answer of an institution to several assignments; a reason stands with all but `accepted`. */
  | (Act<'respond'> & { institution: InstitutionKey; response: SampleResponse; reason?: string; recommendations: RecommendationCode[] })
  | (Act<'report'> &
      OnAssignment & { status: SampleStatus; done: string; obstacles?: string; nextStep?: string; evidence?: SampleEvidence[] })
  /** The next update is due on `dueDay`. */
  | (Act<'set_due'> & OnAssignment & { dueDay: DayOffset })
  /** Verification moves to under review. */
  | (Act<'review'> & OnAssignment)
  | (Act<'verify'> & OnAssignment)
  | (Act<'return' | 'dispute'> & OnAssignment & { reason: string });
