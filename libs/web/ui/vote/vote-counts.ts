/** What a ballot of agree, disagree and pass came to for one recommendation. The three stand side by side and are never netted. */
export interface VoteCounts {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

export const voteChoices = ['agree', 'disagree', 'pass'] as const;
export type VoteChoice = (typeof voteChoices)[number];

export const voteIcons = { agree: 'check', disagree: 'close', pass: 'remove' } as const satisfies Record<VoteChoice, string>;
