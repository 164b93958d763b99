/** Whether a key belongs to a field or an open dialog, and so is no command of the page. */
export function isTyping({ target }: Event): boolean {
  return target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select, dialog, [contenteditable]') !== null;
}
