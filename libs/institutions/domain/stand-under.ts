import { accept, refuse, type Result } from '@uptake/kernel';

interface Body {
  id: string;
  parentId: string | null;
}

/**
 * Puts a body under another. One level only: a sub-body has no sub-bodies of its own, so that "Interior-Federal Police" names it whole.
 * @param child as it stands, and whether anything stands under it; without an id when it is new
 */
export function standUnder(
  child: { id?: string; hasChildren: boolean },
  parent: Body,
): Result<string, 'institution_parent_itself' | 'institution_parent_nested'> {
  if (child.id === parent.id) return refuse('institution_parent_itself');
  if (parent.parentId !== null || child.hasChildren) return refuse('institution_parent_nested');
  return accept(parent.id);
}
