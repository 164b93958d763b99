/**
 * What a person reads when the product is ready.
 * @param {object} ready
 * @param {string} ready.url
 * @param {string} [ready.mailbox] address of its page; none where mail goes to a real server
 * @param {{ person: string, role: string, url: string }[]} ready.links
 * @param {string} dataDirectory
 * @param {number} seconds since the command was typed
 * @returns {string}
 */
export function welcome({ url, mailbox, links }, dataDirectory, seconds) {
  const titles = links.map(({ person, role }) => `${person}, ${role.replaceAll('_', ' ')}`);
  const width = Math.max(...titles.map((title) => title.length), 0);
  const lines = [
    `Uptake is ready at ${url} (after ${seconds.toFixed(1)} s)`,
    '',
    ...(links.length ? ['Sign in with one click:', ...links.map((link, at) => `  ${titles[at].padEnd(width)}  ${link.url}`), ''] : []),
    ...(mailbox ? [`Mailbox    ${mailbox} (all mail lands here and goes nowhere else)`] : []),
    `API        ${url}/api/docs`,
    `Data       ${dataDirectory}`,
    '',
    'Ctrl-C stops it.',
  ];
  return `\n${lines.map((line) => (line ? `  ${line}` : '')).join('\n')}\n`;
}
