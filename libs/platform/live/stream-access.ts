import { Injectable } from '@nestjs/common';
import type { Stream } from '@uptake/activity/contracts';
import type { Caller } from '@uptake/platform/http';

/** Decides whether a caller may follow the stream of one thing: the same policy as for reading it by HTTP. */
export type MayFollow = (caller: Caller, id: string) => Promise<boolean>;

/** Each slice says here who may follow its streams; a stream of which nobody spoke is closed. */
@Injectable()
export class StreamAccess {
  private readonly policies = new Map<string, MayFollow>();

  /** @throws when two slices speak for one kind of stream */
  register(kind: string, mayFollow: MayFollow): void {
    if (this.policies.has(kind)) throw new Error(`Two policies for the stream ${kind}`);
    this.policies.set(kind, mayFollow);
  }

  async allows(caller: Caller, stream: Stream): Promise<boolean> {
    const [kind = '', id = ''] = stream.split(':');
    return (await this.policies.get(kind)?.(caller, id)) ?? false;
  }
}
