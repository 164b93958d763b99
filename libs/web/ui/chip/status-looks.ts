import type { IconName } from '../icon/icon-names';
import type { Tint } from './chip';

interface Look {
  readonly icon: IconName;
  readonly tint: Tint;
}

const look = (icon: IconName, tint: Tint = 'neutral'): Look => ({ icon, tint });

/**
 * How each state of the four axes looks, and the computed ones beside them. The words stand in `ui.status.<axis>.<state>`. Draft, in
 * ballot, not adopted, merged, withdrawn, awaiting, not accepted and no longer applicable are ours; the rest is the visual language.
 */
export const statusLooks = {
  decision: {
    draft: look('edit'),
    proposed: look('pending'),
    in_ballot: look('how_to_vote', 'progress'),
    adopted: look('gavel', 'done'),
    not_adopted: look('block'),
    merged: look('merge'),
    withdrawn: look('undo'),
  },
  response: {
    awaiting: look('hourglass_empty'),
    accepted: look('handshake', 'near'),
    partially_accepted: look('contrast', 'attention'),
    not_accepted: look('block', 'late'),
    noted: look('sticky_note_2'),
  },
  implementation: {
    not_started: look('radio_button_unchecked'),
    in_progress: look('clock_loader_40', 'progress'),
    substantially_implemented: look('clock_loader_80', 'near'),
    implemented: look('check_circle', 'done'),
    blocked: look('block', 'late'),
    no_longer_applicable: look('remove'),
    superseded: look('move_down'),
  },
  verification: {
    unverified: look('radio_button_unchecked'),
    under_review: look('rate_review', 'progress'),
    verified: look('verified', 'done'),
    returned: look('assignment_return', 'attention'),
    disputed: look('balance', 'attention'),
  },
  computed: {
    overdue: look('event_busy', 'late'),
    no_update: look('hourglass_disabled'),
    not_assigned: look('pending'),
  },
} as const satisfies Record<string, Record<string, Look>>;

export type StatusAxis = keyof typeof statusLooks;
export type StatusState<Axis extends StatusAxis = StatusAxis> = { [A in Axis]: keyof (typeof statusLooks)[A] }[Axis];

/** @returns the look of a state; a plain neutral one where the state is not known here, so that a newer server never breaks a page */
export function statusLook(axis: StatusAxis, state: string): Look {
  const looks: Record<string, Look> = statusLooks[axis];
  return looks[state] ?? look('radio_button_unchecked');
}
