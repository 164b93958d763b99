import { flatWords } from '@uptake/web/testing';
import { statusLook, statusLooks } from './status-looks';

describe('the looks of a state', () => {
  it('have a word, each one, and no word is without a look', () => {
    const states = Object.entries(statusLooks).flatMap(([axis, looks]) => Object.keys(looks).map((state) => `ui.status.${axis}.${state}`));
    const words = [...flatWords('en').keys()].filter((key) => key.startsWith('ui.status.'));
    expect(states.sort()).toEqual(words.sort());
  });

  it('are plain where a newer server names a state that is not known here', () => {
    expect(statusLook('implementation', 'paused')).toEqual({ icon: 'radio_button_unchecked', tint: 'neutral' });
  });
});
