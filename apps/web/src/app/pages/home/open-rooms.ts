import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview } from '@uptake/recommendations/contracts';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { MarginSection } from '@uptake/web/ui';

/** Ballots that are open now, with one's own place in them, and the workshops that somebody sits in. */
@Component({
  selector: 'ut-open-rooms',
  imports: [DayPipe, MarginSection, RouterLink, TranslocoPipe],
  template: `
    @if (ballots().length) {
      <ut-margin-section [label]="'home.ballots.title' | transloco" [note]="'home.ballots.note' | transloco" [figure]="ballots().length">
        <ul>
          @for (ballot of ballots(); track ballot.id) {
            <li>
              <div>
                <a class="quiet title" [routerLink]="['/ballots', ballot.id]">{{ ballot.title }}</a>
                <p class="t-s muted">{{ ballot.workshop.title }}</p>
              </div>
              <p class="t-s">
                @if (ballot.mine !== null) {
                  {{ 'home.ballots.mine' | transloco: { mine: ballot.mine, items: ballot.items } }}
                } @else {
                  {{ 'home.ballots.turnout' | transloco: ballot }}
                }
              </p>
              @if (ballot.mine !== null) {
                <a class="btn small primary" [routerLink]="['/ballots', ballot.id, 'vote']">{{
                  (ballot.mine < ballot.items ? 'home.ballots.vote' : 'home.ballots.look') | transloco
                }}</a>
              } @else {
                <a class="btn small" [routerLink]="['/ballots', ballot.id]">{{ 'home.ballots.look' | transloco }}</a>
              }
            </li>
          }
        </ul>
      </ut-margin-section>
    }
    @if (workshops().length) {
      <ut-margin-section [label]="'home.workshops.title' | transloco" [note]="'home.workshops.note' | transloco">
        <ul>
          @for (workshop of workshops(); track workshop.id) {
            <li>
              <a class="quiet title" [routerLink]="['/workshops', workshop.id]">{{ workshop.title }}</a>
              <p class="t-s muted">{{ workshop.venue }}</p>
              <p class="t-s muted">{{ workshop.startsOn | utDay }}</p>
            </li>
          }
        </ul>
      </ut-margin-section>
    }
  `,
  styleUrl: './home-lines.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenRooms {
  readonly ballots = input.required<Overview['ballots']>();
  readonly workshops = input.required<Overview['workshops']>();
}
