import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AssignNamed } from '@uptake/assignments/web';
import { SourcePage } from '@uptake/sources/web';

/** The page of a document, with what later slices let a coordinator do there. */
@Component({
  selector: 'app-source',
  imports: [AssignNamed, SourcePage],
  template: `
    <ut-source-page #page [id]="id()">
      @if (page.shown()?.may?.coordinate) {
        <ut-assign-named tools [sourceId]="id()" />
      }
    </ut-source-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Source {
  readonly id = input.required<string>();
}
