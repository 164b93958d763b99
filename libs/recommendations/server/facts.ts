import type { Stream } from '@uptake/activity/contracts';
import type { Recommendation } from './recommendation.entity';

/** Who hears of a recommendation: who follows it, and who follows its source. */
export const streamsOf = ({ id, sourceId }: Pick<Recommendation, 'id' | 'sourceId'>): Stream[] => [
  `recommendation:${id}`,
  `source:${sourceId}`,
];
