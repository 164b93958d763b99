import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { InstitutionNames } from '@uptake/institutions/server';
import type { Actor } from '@uptake/people/domain';
import type { Difference, DocumentText, SourcePreview } from '@uptake/sources/contracts';
import type { Outline, OutlineDifference } from '@uptake/sources/domain';
import { Recogniser } from './recogniser/recogniser';
import { Sources } from './sources';

/** What a document would become, for a person to correct. Nothing is written. */
@Injectable()
export class PreviewDocument {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly recogniser: Recogniser,
    private readonly sources: Sources,
    private readonly institutionNames: InstitutionNames,
  ) {}

  async preview({ text }: DocumentText, actor: Actor): Promise<SourcePreview> {
    const { outline, lines } = await this.recogniser.run({ document: { text }, before: undefined });
    const known = await this.sources.findKnown(this.dataSource, { text, title: outline.title }, actor);
    return {
      outline,
      lines,
      suggested: { title: outline.title, referencePrefix: suggestPrefix(outline) },
      known: known
        ? { id: known.id, title: known.title, revision: known.revision, difference: await this.differenceTo(known, outline) }
        : null,
      knownInstitution: outline.institution ? await this.institutionNames.find(outline.institution.name) : null,
    };
  }

  private async differenceTo(known: { outline: Outline }, outline: Outline): Promise<Difference> {
    const { difference } = await this.recogniser.run({ document: { outline }, before: known.outline });
    return asAnswer(difference as OutlineDifference);
  }
}

export const asAnswer = ({ same, ...difference }: OutlineDifference): Difference => ({ ...difference, same: same.length });

/** Initials of the long words of the title and the year: "Workshop on Women, Peace and Security, 2026" gives WWPS26. */
export function suggestPrefix({ title, meeting }: Pick<Outline, 'title' | 'meeting'>): string {
  const words = title.match(/\p{Lu}\p{Ll}{3,}/gu) ?? [];
  const initials = words.map((word) => word.normalize('NFD').charAt(0)).filter((letter) => /[A-Z]/.test(letter));
  const year = /(?:19|20)(\d\d)/.exec(meeting?.starts ?? title)?.[1] ?? '';
  return (initials.slice(0, 5).join('') || 'REC') + year;
}
