import { ChangeDetectionStrategy, Component, Injector, afterNextRender, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { SignInLinkRequest } from '@uptake/people/contracts';
import { Problem } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { CodeField, Control, LabelledField, ProblemNotice, Sentence, focusFirstError, refusedFields } from '@uptake/web/ui';
import * as z from 'zod';
import { Session } from '../session/session';
import { safeNext } from '../session/signed-in.guard';

const codeSchema = z.object({ code: z.string().length(6) });

/** Two steps on one page: the address, then the code of the message. Whoever opens the link of the message never sees the second. */
@Component({
  selector: 'ut-sign-in',
  imports: [CodeField, Control, FormField, FormRoot, LabelledField, ProblemNotice, Sentence, TranslocoPipe],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Where to go afterwards; from the address. */
  readonly next = input<string>();

  protected readonly step = signal<'address' | 'code'>('address');
  protected readonly problem = signal<Problem | null>(null);

  protected readonly addressForm = form(signal({ email: '' }), (path) => validateStandardSchema(path, SignInLinkRequest), {
    submission: { action: () => this.askForLink(), onInvalid: focusFirstError },
  });
  protected readonly codeForm = form(signal({ code: '' }), (path) => validateStandardSchema(path, codeSchema), {
    submission: { action: () => this.signIn(), onInvalid: focusFirstError },
  });

  protected async askForLink(): Promise<TreeValidationResult> {
    this.problem.set(null);
    try {
      await this.session.askForLink(this.addressForm.email().value());
      this.step.set('code');
      afterNextRender(() => this.codeForm.code().focusBoundControl(), { injector: this.injector });
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { email: this.addressForm.email });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }

  protected startAgain(): void {
    this.codeForm().reset({ code: '' });
    this.problem.set(null);
    this.step.set('address');
  }

  private async signIn(): Promise<TreeValidationResult> {
    this.problem.set(null);
    try {
      await this.session.signIn({ email: this.addressForm.email().value(), code: this.codeForm.code().value() });
      await this.router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      const problem = Problem.from(error);
      if (problem.code === 'code_wrong') return { kind: 'refused', message: problem.message, fieldTree: this.codeForm.code };
      this.problem.set(problem);
    }
    return undefined;
  }
}
