import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import * as ui from '@uptake/web/ui';
import * as z from 'zod';
import { boldEnd, boldStart } from '@uptake/web/i18n';

const officers = z.object({
  completed: z.string(),
  deployed: z.string().refine((value) => Number(value) >= 412, 'This is lower than the 412 who completed. Check both figures.'),
  code: z.string(),
});

/** Every part on one page, to look at; not shipped. */
@Component({
  selector: 'ut-app',
  imports: [
    FormField,
    ui.Axes,
    ui.Chip,
    ui.CodeField,
    ui.Control,
    ui.Dialog,
    ui.DueDate,
    ui.EmptyState,
    ui.Facet,
    ui.FilterChip,
    ui.Icon,
    ui.Initials,
    ui.LabelledField,
    ui.MarginSection,
    ui.Meter,
    ui.PageHeader,
    ui.ProblemNotice,
    ui.Rating,
    ui.Status,
    ui.SyncMark,
    ui.Ticks,
    ui.Timeline,
    ui.ToastOutlet,
    ui.VoteBar,
    ui.VoteButtons,
    ui.Wordmark,
  ],
  templateUrl: './gallery.html',
  styles: '.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: var(--space-8); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Gallery {
  private readonly toasts = inject(ui.Toasts);

  protected readonly states = Object.entries(ui.statusLooks).map(([axis, looks]) => ({
    axis: axis as ui.StatusAxis,
    states: Object.keys(looks),
  }));
  protected readonly counts: ui.VoteCounts = { agree: 24, disagree: 6, pass: 5 };
  protected readonly choice = signal<ui.VoteChoice | null>('disagree');
  protected readonly chosen = signal<readonly string[]>(['plan']);
  protected readonly open = signal(false);
  protected readonly unreachable = new Error('no answer');
  protected readonly form = form(signal({ completed: '412', deployed: '388', code: 'K7M' }), (path) =>
    validateStandardSchema(path, officers),
  );
  protected readonly facet: readonly ui.FacetOption[] = [
    { value: 'plan', label: 'Third national plan', count: 71 },
    { value: 'group', label: 'Training focus group', count: 30 },
    { value: 'event', label: 'Signatory event, spring', count: 1204 },
  ];
  protected readonly ticks: readonly ui.Tick[] = Array.from({ length: 30 }, (_, place) =>
    place < 5 ? 'done' : place < 6 ? 'here' : 'open',
  );
  protected readonly standings: Record<ui.Axis, ui.AxisStanding | null> = {
    decision: { state: 'adopted', note: '28 May 2026' },
    response: { state: 'partially_accepted', note: '2 July 2026' },
    implementation: { state: 'substantially_implemented', note: 'Reported 2 June 2027' },
    verification: null,
  };
  protected readonly timeline: readonly ui.TimelineEntry[] = [
    { id: '4', at: '2027-06-30', kind: 'next', sentence: 'Half-yearly update is due', note: 'Reminders on 23, 29 and 30 June' },
    { id: '3', at: '2027-06-09', kind: 'plain', sentence: 'Review opened by the coordinator', note: `Rated ${boldStart}limited${boldEnd}` },
    { id: '2', at: '2027-06-02', kind: 'key', sentence: `Ministry of Defence reported ${boldStart}substantially implemented${boldEnd}` },
    { id: '1', at: '2026-03-12', kind: 'key', sentence: 'Voted in the room: 24 agree, 6 disagree, 5 pass' },
  ];

  constructor() {
    this.form.deployed().markAsTouched();
    this.toast();
  }

  protected toast(): void {
    this.toasts.show({ sentence: '13.d withdrawn.', undo: () => undefined });
  }
}
