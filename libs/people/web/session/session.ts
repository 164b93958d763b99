import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withState } from '@ngrx/signals';
import { type ProfileChange, Session as SessionAnswer, type SignIn } from '@uptake/people/contracts';
import type { Actor } from '@uptake/people/domain';
import { Api, noAnswer } from '@uptake/web/http';
import { Languages, Locale, spokenOrEnglish } from '@uptake/web/i18n';

const nobody: SessionAnswer = { accountId: null, person: null, memberships: [] };

/** Who is here and what they may do. Loaded once when the application starts; guards and screens read it. */
export const Session = signalStore(
  { providedIn: 'root' },
  /** `answered` is false where the server could not be asked who is here. */
  withState({ ...nobody, answered: true }),
  withComputed(({ accountId, person, memberships }) => ({
    /** A person with an account; a guest of a room is not. */
    signedIn: computed(() => person() !== null),
    /** For the same policies that the server asks: `mayAssign(session.actor(), ...)`. */
    actor: computed((): Actor => ({ accountId: accountId(), isGuest: person() === null, roles: memberships() })),
  })),
  withMethods((store, api = inject(Api), languages = inject(Languages), locale = inject(Locale)) => {
    const greet = async (answer: SessionAnswer): Promise<void> => {
      patchState(store, answer);
      if (!answer.person) return;
      locale.timeZone.set(answer.person.timeZone);
      await languages.use(spokenOrEnglish(answer.person.language));
    };
    return {
      /** Asks the server who is signed in. Throws a Problem where the server does not answer. */
      async load(): Promise<void> {
        await greet(await api.get('/session', SessionAnswer));
      },
      /** @param proof the token of a link, or the code of a message with the address that it went to */
      async signIn(proof: SignIn): Promise<void> {
        await greet(await api.post('/sessions', proof, SessionAnswer));
      },
      async signOut(): Promise<void> {
        await api.delete('/session');
        patchState(store, nobody);
      },
      async signOutEverywhere(): Promise<void> {
        await api.delete('/sessions');
        patchState(store, nobody);
      },
      /** @param change only what the person changed about themselves */
      async change(change: ProfileChange): Promise<void> {
        await greet(await api.patch('/me', change, SessionAnswer, { revision: store.person()?.revision }));
      },
      /** Sends a link and a code; the answer is the same for every address. */
      async askForLink(email: string): Promise<void> {
        await api.post('/sign-in-links', { email }, noAnswer);
      },
      unanswered(): void {
        patchState(store, { answered: false });
      },
      /** The session ended elsewhere: by "sign out everywhere" on another device, or because it ran out. */
      forget(): void {
        patchState(store, nobody);
      },
    };
  }),
);
export type Session = InstanceType<typeof Session>;
