import { LARGEST_DOCUMENT, type DocumentText } from '@uptake/sources/contracts';

export type FileRefusal = 'notText' | 'tooLarge';

/**
 * Reads a file as text. Files that are not in UTF-8 are taken for the usual encoding of older Windows programs; what holds signs that no
 * text has is no text.
 */
export async function readFile(file: File): Promise<DocumentText | { refused: FileRefusal }> {
  if (file.size > LARGEST_DOCUMENT * 4) return { refused: 'tooLarge' };
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text === undefined) return { refused: 'notText' };
  return text.length > LARGEST_DOCUMENT ? { refused: 'tooLarge' } : { name: file.name, text };
}

export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textOrNothing(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return textOrNothing(new TextDecoder('utf-16be').decode(bytes));
  try {
    return textOrNothing(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return textOrNothing(new TextDecoder('windows-1252').decode(bytes));
  }
}

// eslint-disable-next-line no-control-regex -- control signs are how a program's own format shows
const textOrNothing = (text: string): string | undefined => (/[\u0000-\u0008\u000E-\u001A]/.test(text) ? undefined : text);
