/** What a folder's place says about it: its project name and tags. The one table behind the Nx plugin and the boundary rule. */

/** Slices in order of dependence: each may know itself and those before it. */
export const slices = [
  'activity',
  'people',
  'institutions',
  'sources',
  'workshops',
  'recommendations',
  'voting',
  'assignments',
  'progress',
  'reminders',
];

const partsOfTheHouse = {
  'libs/kernel': { name: 'kernel', layer: 'kernel' },
  'libs/languages': { name: 'languages', layer: 'languages' },
  'apps/api': { name: 'api', layer: 'server-app' },
  'apps/worker': { name: 'worker', layer: 'server-app' },
  'apps/cli': { name: 'cli', layer: 'cli-app' },
  'apps/web': { name: 'web', layer: 'web-app' },
};

/**
 * @param {string} root folder of a project, relative to the workspace, with forward slashes
 * @returns {{ name: string, layer: string, slice: string }}
 */
export function place(root) {
  const known = partsOfTheHouse[root];
  if (known) return { ...known, slice: 'none' };
  const [top, group, part] = root.split('/');
  if (top !== 'libs' || !part) throw new Error(`${root} is not a room of this house: see CONTRIBUTING.md`);
  if (group === 'platform') return { name: `platform-${part}`, layer: 'platform', slice: 'none' };
  if (group === 'web') return { name: `web-${part}`, layer: 'web-part', slice: 'none' };
  if (!slices.includes(group)) throw new Error(`${group} is not a slice: add it to tools/workspace/layout.mjs, in its order of dependence`);
  if (!['domain', 'contracts', 'server', 'web'].includes(part)) throw new Error(`${root}: a layer is domain, contracts, server or web`);
  return { name: `${group}-${part}`, layer: part, slice: group };
}
