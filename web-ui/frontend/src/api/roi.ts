import { queryOptions } from '@tanstack/react-query';
import { getJsonOrNull } from './http';
import { keys } from './keys';

/** A figure with where it comes from; of one that is not known, what is lacking. */
export interface Known {
  value: number | null;
  origin: string;
}

export interface Roi {
  currency: string;
  capacityBefore: Known;
  capacityAfter: Known;
  instancesBefore: Known;
  instancesAfter: Known;
  computeBefore: Known;
  computeAfter: Known;
  storageAdded: Known;
  savedPerMonth: Known;
  runCost: Known;
  paybackMonths: Known;
}

/** What a run brought in money; null in those that an earlier version summed up. */
export const roiQuery = (id: string) =>
  queryOptions({
    queryKey: keys.summary(id),
    queryFn: async ({ signal }) =>
      (await getJsonOrNull<{ roi?: Roi }>(`/api/runs/${encodeURIComponent(id)}/summary`, signal))?.roi ?? null,
  });
