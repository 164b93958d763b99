/** The words of one slice: nested objects whose leaves are ICU messages. */
export interface Words {
  readonly [key: string]: string | Words;
}

type Load = () => Promise<{ default: Words }>;

/**
 * Every file of words, one a slice and language, loaded when a screen or a mail needs it. Spelled out, because both bundlers follow a
 * literal path only. A new file gets its line here.
 */
export const words = {
  en: {
    shell: () => import('./en/shell.json'),
    ui: () => import('./en/ui.json'),
    people: () => import('./en/people.json'),
    home: () => import('./en/home.json'),
    institutions: () => import('./en/institutions.json'),
    sources: () => import('./en/sources.json'),
    'sources-warnings': () => import('./en/sources-warnings.json'),
    workshops: () => import('./en/workshops.json'),
    recommendations: () => import('./en/recommendations.json'),
    voting: () => import('./en/voting.json'),
    assignments: () => import('./en/assignments.json'),
    progress: () => import('./en/progress.json'),
    activity: () => import('./en/activity.json'),
    problems: () => import('./en/problems.json'),
    mail: () => import('./en/mail.json'),
    reminders: () => import('./en/reminders.json'),
  },
} satisfies Record<string, Record<string, Load>>;

export type Slice = keyof typeof words.en;
export type Language = keyof typeof words;
