import { transitionTable } from './transition-table';

describe('a transition table', () => {
  it('allows what it lists and nothing else', () => {
    const door = transitionTable({ open: ['shut'], shut: ['open', 'locked'], locked: ['shut'] }, 'open');
    expect(door.allows('open', 'shut')).toBe(true);
    expect(door.allows('open', 'locked')).toBe(false);
  });

  it('refuses to start with an unknown target, a self-loop or a state that nothing reaches', () => {
    expect(() => transitionTable<string>({ open: ['shut'] }, 'open')).toThrow('no state');
    expect(() => transitionTable<string>({ open: ['open'] }, 'open')).toThrow('itself');
    expect(() => transitionTable<string>({ open: [], lost: ['open'] }, 'open')).toThrow('lost');
  });
});
