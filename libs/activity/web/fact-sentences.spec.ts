import { TestBed } from '@angular/core/testing';
import type { Fact } from '@uptake/activity/contracts';
import { Languages } from '@uptake/web/i18n';
import { provideTesting } from '@uptake/web/testing';
import { sentenceParts } from '@uptake/web/i18n';
import { FactSentences } from './fact-sentences';

const fact = (type: string, data: Fact['data'] = {}): Fact => ({ cursor: '7.1', streams: [], type, at: '2027-06-02T10:00:00.000Z', data });
const plain = (text = '') =>
  sentenceParts(text)
    .map((part) => part.text)
    .join('');

describe('a fact in a timeline', () => {
  let sentences: FactSentences;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await TestBed.inject(Languages).load('activity');
    sentences = TestBed.inject(FactSentences);
  });

  it('is told in a sentence with its data, and stands out where it is a claim', () => {
    const entry = sentences.entry(
      fact('progress.reported', {
        institution: 'Ministry of Defence',
        implementation: 'substantially_implemented',
        done: 'Two of four units are trained.',
        evidence: 1,
      }),
    );
    expect(plain(entry?.sentence)).toBe('Ministry of Defence reported substantially implemented');
    expect(plain(entry?.note)).toBe('Two of four units are trained. With one item of evidence.');
    expect(entry?.kind).toBe('key');
  });

  it('writes its days out', () => {
    const entry = sentences.entry(fact('assignments.due_moved', { institution: 'Federal Police', dueOn: '2027-06-30' }));
    expect(plain(entry?.sentence)).toContain('30 June 2027');
  });

  it('has no second line where nobody gave a reason', () => {
    expect(sentences.entry(fact('recommendations.edited', { reason: '' }))?.note).toBeUndefined();
    expect(plain(sentences.entry(fact('recommendations.edited', { reason: 'A misprint.' }))?.note)).toBe('A misprint.');
  });

  it('is left out where no message speaks of it, or where it lacks what the message needs', () => {
    expect(sentences.entry(fact('weather.changed'))).toBeNull();
    expect(sentences.entry(fact('progress.reported', {}))).toBeNull();
  });
});
