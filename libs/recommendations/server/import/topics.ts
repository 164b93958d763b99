import type { OutlineItem, OutlineSection } from '@uptake/sources/domain';

/** As long as a topic may be, for filters and addresses. */
const LONGEST = 100;

/** The topic of each item: the title of the outermost section that it stands in. */
export function topicsOf(sections: readonly OutlineSection[], items: readonly OutlineItem[]): (string | undefined)[] {
  const outermost = new Map(sections.filter(({ path }) => path.length === 1).map(({ path, title }) => [path[0], topicOf(title)]));
  return items.map(({ path }) => outermost.get(path[0]));
}

/** @returns the title, cut between words where it is longer than a topic may be; undefined where there is none */
export function topicOf(title: string): string | undefined {
  const topic = title.trim().replace(/[.:;,]+$/, '');
  if (topic.length <= LONGEST) return topic || undefined;
  return `${topic.slice(0, topic.lastIndexOf(' ', LONGEST - 1))}…`;
}
