import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { NewInstitution } from '@uptake/institutions/contracts';
import { NameIndex, type WrittenName } from '@uptake/institutions/domain';
import type { Tx } from '@uptake/platform/database';
import { Institution } from './institution.entity';
import { Institutions } from './institutions';

/** Turns the names in a document into institutions of the directory. */
@Injectable()
export class InstitutionNames {
  constructor(
    @InjectRepository(Institution) private readonly directory: Repository<Institution>,
    private readonly institutions: Institutions,
  ) {}

  /**
   * @param names as written; equal ones are resolved once
   * @returns the id for each name, in the same order. A name that the directory does not know is added to it, a part under its whole, and
   *   stands there as `other` until somebody says what it is.
   */
  async resolve(tx: Tx, names: readonly WrittenName[], actorId: string | null): Promise<{ ids: string[]; added: number }> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('institution names'))`);
    const index = new NameIndex(await tx.find(Institution, { select: { id: true, name: true, aliases: true, parentId: true } }));
    const ids: string[] = [];
    let added = 0;
    const add = async (name: string, parentId: string | null): Promise<string> => {
      const id = await this.institutions.add(tx, NewInstitution.parse({ name, kind: 'other', parentId }), actorId);
      index.add({ id, name, aliases: [], parentId });
      added += 1;
      return id;
    };
    const find = async ({ name, parent }: WrittenName): Promise<string> => {
      const known = index.find({ name, parent });
      if (known !== undefined) return known;
      return add(name, parent === undefined ? null : await this.topOf(tx, await find({ name: parent })));
    };
    for (const name of names) ids.push(await find(name));
    return { ids, added };
  }

  /** @returns the institution that a document calls so, if the directory knows it */
  async find(name: string): Promise<Pick<Institution, 'id' | 'name' | 'revision'> | null> {
    const select = { id: true, name: true, aliases: true, parentId: true, revision: true } as const;
    const known = await this.directory.find({ select });
    const id = new NameIndex(known).find({ name });
    const found = known.find((one) => one.id === id);
    return found ? { id: found.id, name: found.name, revision: found.revision } : null;
  }

  /** A part of a part stands under the whole: the directory has one level. */
  private async topOf(tx: Tx, id: string): Promise<string> {
    const { parentId } = await tx.findOneByOrFail(Institution, { id });
    return parentId ?? id;
  }
}
