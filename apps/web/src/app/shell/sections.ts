/** The places that the masthead leads to, in the order of the house; the words stand in `shell.sections`. */
export const sections = [
  { path: '/', name: 'home' },
  { path: '/recommendations', name: 'recommendations' },
  { path: '/plans', name: 'plans' },
  { path: '/workshops', name: 'workshops' },
  { path: '/institutions', name: 'institutions' },
] as const;
