import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * The top of a desk page: what refers to it in the margin (`<p margin>`), its title in the column, then its content, and `tools` at the
 * end of the title's line (`<div tools>`).
 */
@Component({
  selector: 'ut-page-header',
  template: `
    <div class="row">
      <div class="margin"><ng-content select="[margin]" /></div>
      <div>
        <div class="line">
          <h1 [class.t-1]="large()" [class.t-2]="!large()">{{ title() }}</h1>
          <div class="tools"><ng-content select="[tools]" /></div>
        </div>
        <ng-content />
      </div>
    </div>
  `,
  styleUrl: './page-header.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHeader {
  readonly title = input.required<string>();
  /** For a sentence that is the page: a recommendation, the sentence on home. */
  readonly large = input(false);
}
