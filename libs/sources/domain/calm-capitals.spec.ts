import { calmCapitals, RunningText } from './calm-capitals';

const text = new RunningText([
  'The ministry trains all its officers for the missions of the UN. Training is paid by the fund.',
  'Peace and security concern everybody who lives or works in Marenne.',
  'Recommendations of the Meeting on Early Warning and Training',
]);

describe('a title in capitals', () => {
  it.each([
    ['is put into sentence case', 'TRAINING AND PEACE', 'Training and peace'],
    ['keeps abbreviations that the text writes in capitals', 'TRAINING FOR UN MISSIONS', 'Training for UN missions'],
    ['learns nothing from other titles', 'EARLY TRAINING', 'Early training'],
    ['keeps names that the text never writes small', 'SECURITY IN MARENNE', 'Security in Marenne'],
    ['is left alone where it has small letters', 'Training FOR all', 'Training FOR all'],
    ['is left alone where its script has no capitals', 'التدريب', 'التدريب'],
    ['keeps apostrophes inside words', 'WOMEN’S PARTICIPATION', 'Women’s participation'],
  ])('%s', (_, title, calm) => {
    expect(calmCapitals(title, text)).toBe(calm);
  });
});
