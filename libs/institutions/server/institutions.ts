import { Injectable } from '@nestjs/common';
import type { InstitutionChange, NewInstitution } from '@uptake/institutions/contracts';
import { standUnder } from '@uptake/institutions/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { saveRevision, type Tx } from '@uptake/platform/database';
import { invalid, Problem, refusal } from '@uptake/platform/http';
import { Institution } from './institution.entity';

const UNIQUE_VIOLATION = '23505';

/** Adds institutions to the directory and keeps their profiles. Facts tell the name only: profiles are read where they stand. */
@Injectable()
export class Institutions {
  constructor(
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** @throws 409 where the directory has this name already, or the place under another body is impossible */
  async add(tx: Tx, profile: NewInstitution, actorId: string | null): Promise<string> {
    await this.checkPlace(tx, { hasChildren: false }, profile.parentId);
    const id = await this.insert(tx, profile);
    await this.activity.append(tx, {
      streams: [`institution:${id}`, 'public'],
      type: 'institutions.added',
      data: { id, name: profile.name },
      actor: actorId,
    });
    return id;
  }

  /** @returns whether `revision` was still the newest, and so the change was made */
  async change(
    tx: Tx,
    { id, revision }: { id: string; revision: number },
    change: InstitutionChange,
    actorId: string | null,
  ): Promise<boolean> {
    if (change.parentId !== undefined) {
      await this.checkPlace(tx, { id, hasChildren: await tx.existsBy(Institution, { parentId: id }) }, change.parentId);
    }
    const saved = await saveRevision(tx, Institution, { id, revision }, change).catch(nameTaken);
    if (!saved) return false;
    const { name } = await tx.findOneByOrFail(Institution, { id });
    await this.activity.append(tx, {
      streams: [`institution:${id}`, 'public'],
      type: 'institutions.changed',
      data: { id, name, fields: Object.keys(change) },
      actor: actorId,
    });
    return true;
  }

  private async insert(tx: Tx, profile: NewInstitution): Promise<string> {
    const inserted = await tx.insert(Institution, { ...profile, createdAt: this.clock.now() }).catch(nameTaken);
    return (inserted.identifiers[0] as { id: string }).id;
  }

  private async checkPlace(tx: Tx, child: { id?: string; hasChildren: boolean }, parentId: string | null): Promise<void> {
    if (parentId === null) return;
    const parent = await tx.findOne(Institution, { where: { id: parentId }, lock: { mode: 'pessimistic_read' } });
    if (!parent) throw invalid([{ path: 'parentId', message: 'This institution is not in the directory.' }]);
    const place = standUnder(child, parent);
    if (place.refused) throw refusal(place);
  }
}

function nameTaken(error: { code?: string }): never {
  if (error.code === UNIQUE_VIOLATION) throw new Problem(409, 'institution_exists');
  throw error;
}
