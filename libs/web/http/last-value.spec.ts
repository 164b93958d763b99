import { type ResourceStatus, signal } from '@angular/core';
import { lastValue } from './last-value';

function resource() {
  const status = signal<ResourceStatus>('idle');
  const value = signal<string | undefined>(undefined);
  const move = (to: ResourceStatus, said?: string) => {
    status.set(to);
    value.set(said);
  };
  return { status, value, hasValue: () => value() !== undefined, move };
}

describe('the last value of a resource', () => {
  it('stays while the same thing is read anew, and when that fails', () => {
    const read = resource();
    const last = lastValue<string>(read);
    expect(last()).toBeNull();
    read.move('resolved', 'one');
    expect(last()).toBe('one');
    read.move('error');
    expect(last()).toBe('one');
    read.move('resolved', 'two');
    expect(last()).toBe('two');
  });

  it('goes once something else is asked for, and a failure then leaves nothing', () => {
    const read = resource();
    const last = lastValue<string>(read);
    read.move('resolved', 'one');
    expect(last()).toBe('one');
    read.move('loading');
    expect(last()).toBeNull();
    read.move('error');
    expect(last()).toBeNull();
  });
});
