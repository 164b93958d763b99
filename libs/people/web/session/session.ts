import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withState } from '@ngrx/signals';
import { Api, noAnswer } from '@uptake/web/http';
import { Languages, Locale, spokenOrEnglish } from '@uptake/web/i18n';
import { type Membership, type Person, type SessionAnswer, personSchema, sessionSchema } from './session-answers';

interface SessionState {
  readonly person: Person | null;
  readonly memberships: readonly Membership[];
}

const nobody: SessionState = { person: null, memberships: [] };

/** Who is here and what they may do. Loaded once when the application starts; guards and screens read it. */
export const Session = signalStore(
  { providedIn: 'root' },
  withState(nobody),
  withComputed(({ person }) => ({ signedIn: computed(() => person() !== null) })),
  withMethods((store, api = inject(Api), languages = inject(Languages), locale = inject(Locale)) => {
    const greet = async (answer: SessionAnswer): Promise<void> => {
      patchState(store, { person: answer.person, memberships: answer.memberships });
      if (!answer.person) return;
      locale.timeZone.set(answer.person.timeZone);
      await languages.use(spokenOrEnglish(answer.person.language));
    };
    return {
      /** Asks the server who is signed in. Throws a Problem where the server does not answer. */
      async load(): Promise<void> {
        await greet(await api.get('/session', sessionSchema));
      },
      /** @param proof the token of a link, or the code of a message with the address that it went to */
      async signIn(proof: { token: string } | { email: string; code: string }): Promise<void> {
        await greet(await api.post('/sessions', proof, sessionSchema));
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
      async change(change: Partial<Pick<Person, 'name' | 'language' | 'timeZone'>>): Promise<void> {
        const person = await api.patch('/me', change, personSchema, revisionOf(store.person()));
        await greet({ person, memberships: [...store.memberships()] });
      },
      /** Sends a link and a code; the answer is the same for every address. */
      async askForLink(email: string): Promise<void> {
        await api.post('/sign-in-links', { email }, noAnswer);
      },
      /** The session ended elsewhere: by "sign out everywhere" on another device, or because it ran out. */
      forget(): void {
        patchState(store, nobody);
      },
      /** @param scopeId of the source, workshop or institution; left out for roles of the whole system */
      has(role: string, scopeId?: string): boolean {
        return store.memberships().some((membership) => membership.role === role && (!scopeId || membership.scopeId === scopeId));
      },
    };
  }),
);
export type Session = InstanceType<typeof Session>;

function revisionOf(person: Person | null): { revision?: number } {
  return person?.revision === undefined ? {} : { revision: person.revision };
}
