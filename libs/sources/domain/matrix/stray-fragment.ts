/**
 * Whether a piece of a cell is dirt of a scan rather than text: it has no letter or figure, or it is one or two letters after a text
 * that was already complete.
 */
export function isStrayFragment(text: string, afterCompleteText: boolean): boolean {
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return signs === 0 || (signs <= 2 && afterCompleteText);
}
