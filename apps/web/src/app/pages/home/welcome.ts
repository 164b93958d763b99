import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { JoinRoom } from '@uptake/workshops/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';
import { CodeField, LabelledField } from '@uptake/web/ui';

const RoomCode = JoinRoom.pick({ code: true });

/** What a visitor sees: what this is, a way into a room, and a way in for those who have an account. */
@Component({
  selector: 'ut-welcome',
  imports: [CodeField, FormField, FormRoot, LabelledField, RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <div class="row">
        <div></div>
        <div class="body">
          <div>
            <h1 class="t-1">{{ 'home.welcome.title' | transloco }}</h1>
            <p class="muted">{{ 'home.welcome.what' | transloco }}</p>
            <a class="btn" routerLink="/sign-in">{{ 'home.welcome.signIn' | transloco }}</a>
          </div>
          <form class="stack join" [formRoot]="codeForm">
            <ut-field [label]="'home.welcome.code' | transloco" [help]="'home.welcome.codeHelp' | transloco" [of]="codeForm.code">
              <ut-code-field [formField]="codeForm.code" />
            </ut-field>
            <button class="btn primary wide">{{ 'home.welcome.join' | transloco }}</button>
          </form>
        </div>
      </div>
    </div>
  `,
  styleUrl: './welcome.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Welcome {
  private readonly router = inject(Router);

  private readonly entry = signal({ code: '' });
  protected readonly codeForm = form(this.entry, (path) => validateStandardSchema(path, RoomCode), {
    submission: { action: () => this.join() },
  });

  private async join(): Promise<undefined> {
    await this.router.navigate(['/join', RoomCode.parse(this.entry()).code]);
  }
}
