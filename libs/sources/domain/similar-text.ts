/** Pieces of three characters, with the spaces between words, of a text in lower case without punctuation. */
export function trigramsOf(text: string): Set<string> {
  const plain = ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) pieces.add(plain.slice(at, at + 3));
  return pieces;
}

/** How much two texts have in common, from 0 to 1 (Dice coefficient of their trigrams). Two empty texts are alike. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
