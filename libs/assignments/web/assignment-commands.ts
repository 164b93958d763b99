import { Injectable, inject } from '@angular/core';
import { Assignment, type AssignmentChange, type NewAssignment } from '@uptake/assignments/contracts';
import type { Verification } from '@uptake/recommendations/domain';
import { Api, Problem } from '@uptake/web/http';
import { Languages } from '@uptake/web/i18n';
import { Toasts } from '@uptake/web/ui';

/** What is done to assignments from a screen. Each says what it did in a toast, and takes it back from there where that is possible. */
@Injectable({ providedIn: 'root' })
export class AssignmentCommands {
  private readonly api = inject(Api);
  private readonly languages = inject(Languages);
  private readonly toasts = inject(Toasts);

  async assign(recommendationId: string, wanted: NewAssignment): Promise<void> {
    const made = await this.api.post(`/recommendations/${recommendationId}/assignments`, wanted, Assignment);
    this.say(`assigned.${made.part}`, made, () => this.api.delete(`/assignments/${made.id}`));
  }

  async end(assignment: Assignment): Promise<void> {
    await this.api.delete(`/assignments/${assignment.id}`);
    this.say('ended', assignment, () => this.api.post(`/assignments/${assignment.id}/restoration`, {}, Assignment));
  }

  /** Part, date or frequency, by a coordinator. */
  async change(before: Assignment, change: Pick<AssignmentChange, 'part' | 'dueOn' | 'frequency'>): Promise<void> {
    const after = await this.patch(before, before.revision, change);
    const { part, dueOn, frequency } = before;
    this.say('changed', after, () => this.patch(before, after.revision, { part, dueOn, frequency }));
  }

  /** The answer of the institution. It can be changed later, but not taken back. */
  async answer(before: Assignment, answer: Pick<AssignmentChange, 'response' | 'responseReason'>): Promise<void> {
    this.say('answered', await this.patch(before, before.revision, answer));
  }

  async find(before: Assignment, verification: Verification, reason: string): Promise<void> {
    const say = (found: Verification, why: string) =>
      this.api.post(`/assignments/${before.id}/verification`, { verification: found, reason: why }, Assignment);
    const after = await say(verification, reason);
    this.say(`found.${verification}`, after, () => say('unverified', ''));
  }

  private patch({ id }: Assignment, revision: number, change: AssignmentChange): Promise<Assignment> {
    return this.api.patch(`/assignments/${id}`, change, Assignment, { revision });
  }

  private say(key: string, { institution }: Assignment, undo?: () => Promise<unknown>): void {
    const sentence = this.languages.say(`assignments.toast.${key}`, { institution: institution.name });
    this.toasts.show({ sentence, ...(undo ? { undo: () => void undo().catch((error: unknown) => this.complain(error)) } : {}) });
  }

  private complain(error: unknown): void {
    this.toasts.show({ sentence: Problem.from(error).detail ?? this.languages.say('assignments.toast.notUndone') });
  }
}
