import { readMailHours } from './mail-hours';

describe('hours for mails', () => {
  it('are hours and a range of days, also one that runs over the end of the week', () => {
    expect(readMailHours('08:00-19:00 mon-fri')).toEqual({ from: '08:00', until: '19:00', weekdays: [1, 2, 3, 4, 5] });
    expect(readMailHours('09:30-24:00 sun-thu')).toEqual({ from: '09:30', until: '24:00', weekdays: [7, 1, 2, 3, 4] });
    expect(readMailHours('always')).toBe('always');
  });

  it.each(['', '8-19', '08:00-25:00 mon-fri', '19:00-08:00 mon-fri', '08:00-08:00 mon-fri', '08:00-19:00 mon', '08:00-19:00 mon-fri,sun'])(
    'are refused when nobody can read them: %j',
    (text) => expect(readMailHours(text)).toBeNull(),
  );
});
