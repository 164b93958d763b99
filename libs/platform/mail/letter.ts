/** What a mail says, in order; every word is already in the reader's language. */
export interface Letter {
  language: string;
  subject: string;
  title: string;
  parts: LetterPart[];
  footer: string;
}

export type LetterPart =
  | { kind: 'text'; text: string }
  | { kind: 'quote'; label: string; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'action'; text: string; url: string };
