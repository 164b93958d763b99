import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type FieldTree, form, FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import { Problem } from '@uptake/web/http';
import { PageView, provideTesting } from '@uptake/web/testing';
import * as z from 'zod';
import { Control } from './control';
import { focusFirstError } from './focus-first-error';
import { LabelledField } from './labelled-field';
import { refusedFields } from './refused-fields';

const schema = z.object({ name: z.string().min(1), email: z.email(), note: z.string().min(10).max(20) });

@Component({
  imports: [Control, FormField, FormRoot, LabelledField],
  template: `
    <form [formRoot]="form">
      <ut-field label="Name" [of]="form.name"><input utControl [formField]="form.name" /></ut-field>
      <ut-field label="Address" help="Where you read mail" [of]="form.email"><input utControl [formField]="form.email" /></ut-field>
      <ut-field label="Note" optional [of]="form.note"><textarea utControl [formField]="form.note"></textarea></ut-field>
      <button>Send</button>
    </form>
  `,
})
class Letter {
  readonly sent: unknown[] = [];
  readonly model = signal({ name: '', email: '', note: '' });
  readonly form: FieldTree<{ name: string; email: string; note: string }> = form(
    this.model,
    (path) => validateStandardSchema(path, schema),
    {
      submission: {
        onInvalid: focusFirstError,
        action: async (letter) => {
          this.sent.push(letter().value());
          const taken = {
            type: '',
            title: '',
            status: 422,
            code: 'invalid',
            errors: [{ path: 'email', message: 'This address is taken.' }],
          };
          return refusedFields(new Problem(taken), { email: this.form.email });
        },
      },
    },
  );
}

describe('a field', () => {
  let letter: Letter;
  let page: PageView;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const fixture = TestBed.createComponent(Letter);
    document.body.append(fixture.nativeElement as HTMLElement);
    letter = fixture.componentInstance;
    page = new PageView(fixture);
    await page.settle();
  });

  const note = (label: string | RegExp) => {
    const described = page.field(label).getAttribute('aria-describedby');
    return described ? (document.getElementById(described)?.textContent ?? '').trim() : '';
  };

  it('is named by its label and described by its help', () => {
    expect(note('Address')).toBe('Where you read mail');
    expect(page.field('Note (optional)').tagName).toBe('TEXTAREA');
    expect(page.field('Address').getAttribute('aria-invalid')).toBeNull();
  });

  it('keeps its error to itself until somebody was in it', async () => {
    await page.fill('Address', 'ada');
    expect(note('Address')).toBe('Where you read mail');
    page.field('Address').dispatchEvent(new FocusEvent('blur'));
    await page.settle();
    expect(note('Address')).toBe('Write an e-mail address, such as name@example.org.');
    expect(page.field('Address').getAttribute('aria-invalid')).toBe('true');
  });

  it('says what to do when the form is sent too early, and nothing is sent', async () => {
    await page.fill(/^Note/, 'short');
    await page.press('Send');
    expect([note('Name'), note(/^Note/)]).toEqual(['Fill this in.', 'Write at least 10 characters.']);
    expect(letter.sent).toEqual([]);
    expect(document.activeElement).toBe(page.field('Name'));
  });

  it('shows what the server refused where it belongs', async () => {
    await page.fill('Name', 'Ada');
    await page.fill('Address', 'ada@example.org');
    await page.fill(/^Note/, 'long enough for it');
    await page.press('Send');
    expect(letter.sent).toHaveLength(1);
    expect(note('Address')).toBe('This address is taken.');
  });
});
