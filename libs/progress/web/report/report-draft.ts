import { Injectable } from '@angular/core';
import { Implementation } from '@uptake/recommendations/contracts';
import type { ReportForm } from '@uptake/progress/contracts';
import * as z from 'zod';

const EvidenceDraft = z.object({ kind: z.enum(['link', 'figure']), title: z.string(), url: z.string(), figure: z.string() });
export type EvidenceDraft = z.infer<typeof EvidenceDraft>;

/** A report as far as it is written; nothing in it is checked yet. */
const ReportDraft = z.object({
  implementation: Implementation,
  done: z.string(),
  obstacles: z.string(),
  nextStep: z.string(),
  evidence: z.array(EvidenceDraft),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

const KeptDraft = z.object({ at: z.iso.datetime(), draft: ReportDraft });
export type KeptDraft = z.infer<typeof KeptDraft>;

/**
 * What a report begins from. After a return the whole report before comes back, to be completed; otherwise only what is likely to hold
 * still, because what was done is to be said anew.
 */
export function beginFrom({ current, previous, returnedBecause }: ReportForm): ReportDraft {
  const again = returnedBecause === null ? null : previous;
  return {
    implementation: current,
    done: again?.done ?? '',
    obstacles: previous?.obstacles ?? '',
    nextStep: again?.nextStep ?? '',
    evidence: (again?.evidence ?? []).map(({ kind, title, url, figure }) => ({ kind, title, url: url ?? '', figure: figure ?? '' })),
  };
}

/** Keeps drafts on this device, so that neither a lost network nor a closed window loses a word. */
@Injectable({ providedIn: 'root' })
export class ReportDrafts {
  read(assignmentId: string): KeptDraft | null {
    try {
      const kept = KeptDraft.safeParse(JSON.parse(localStorage.getItem(keyOf(assignmentId)) ?? 'null'));
      return kept.success ? kept.data : null;
    } catch {
      return null;
    }
  }

  keep(assignmentId: string, draft: ReportDraft): void {
    try {
      localStorage.setItem(keyOf(assignmentId), JSON.stringify({ at: new Date().toISOString(), draft }));
    } catch {
      // A browser that keeps nothing (a private window, a full disk) still reports: there is only no draft.
    }
  }

  drop(assignmentId: string): void {
    try {
      localStorage.removeItem(keyOf(assignmentId));
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  }
}

const keyOf = (assignmentId: string): string => `uptake.report.${assignmentId}`;
