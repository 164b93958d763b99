import { NewWorkshop } from '@uptake/workshops/contracts';
import { WorkshopDraft, draftFromAddress, fromDraft, toDraft } from './workshop-draft';

const imported = new URLSearchParams([
  ['title', 'Workshop on training'],
  ['startsOn', '2026-03-12'],
  ['organisers', 'Global Network'],
  ['organisers', 'Institute'],
  ['sourceId', '7b1c1a52-0000-4000-8000-000000000001'],
]);

describe('the form of a workshop', () => {
  it('is filled in from the address as far as it says', () => {
    expect(draftFromAddress(imported, 'Europe/Brussels')).toMatchObject({
      title: 'Workshop on training',
      endsOn: '2026-03-12',
      timeZone: 'Europe/Brussels',
      organisers: 'Global Network\nInstitute',
      rule: 'open',
    });
  });

  it('gives the API what it takes: one entry a line, blank lines left out', () => {
    const draft = { ...draftFromAddress(imported, 'Europe/Brussels'), considerations: ' What works? \n\nWho pays?\n', funder: ' ' };
    const workshop = fromDraft(draft);
    expect(NewWorkshop.parse(workshop)).toEqual(workshop);
    expect(workshop).toMatchObject({
      considerations: ['What works?', 'Who pays?'],
      funder: null,
      organisers: ['Global Network', 'Institute'],
    });
  });

  it('shows a workshop as it stands, and changes nothing by that', () => {
    const workshop = fromDraft(draftFromAddress(imported, 'Europe/Brussels'));
    const standing = {
      ...workshop,
      id: '7b1c1a52-0000-4000-8000-000000000002',
      source: { id: workshop.sourceId ?? '', title: 'Recommendations', recommendations: 30 },
      participants: { total: 0, byConstituency: {} },
      joinCode: null,
      revision: 1,
      seat: null,
      may: { edit: true, facilitate: true, addParticipants: true },
    };
    expect(fromDraft(toDraft(standing))).toEqual(workshop);
  });

  it('refuses days the wrong way round, at the last day', () => {
    const draft = { ...draftFromAddress(imported, 'Europe/Brussels'), endsOn: '2026-03-11' };
    expect(WorkshopDraft.safeParse(draft).error?.issues.map(({ path }) => path)).toEqual([['endsOn']]);
  });
});
