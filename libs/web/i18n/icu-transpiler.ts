import { Injectable, inject } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';
import { boldEnd, boldStart } from './bold-marks';
import { Locale } from './locale';

const bold = (words: unknown[]) => `${boldStart}${words.join('')}${boldEnd}`;

/** Formats ICU messages. It interprets them (no `eval`), so it lives under a content security policy without exceptions. */
@Injectable()
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly locale = inject(Locale);
  private readonly parsed = new Map<string, IntlMessageFormat>();

  transpile({ value, params }: TranspileParams): unknown {
    if (typeof value !== 'string' || !/[{<']/.test(value)) return value;
    return this.message(value).format({ ...params, b: bold });
  }

  private message(text: string): IntlMessageFormat {
    const key = `${this.locale.tag()} ${text}`;
    const known = this.parsed.get(key) ?? new IntlMessageFormat(text, this.locale.tag());
    this.parsed.set(key, known);
    return known;
  }
}
