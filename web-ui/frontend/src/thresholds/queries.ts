import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { change, getJson } from '../api/http';
import { keys } from '../api/keys';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Threshold = Schemas['ThresholdView'];
export type SeriesThreshold = Schemas['SeriesThresholdView'];
export type Preview = Schemas['ThresholdPreviewView'];
export type Firing = Schemas['FiringView'];

export interface Wish {
  warning: number;
  critical: number;
  direction: Threshold['direction'];
  lastingSeconds: number;
  clearShare: number;
}

/** What is usual moves with the hour. */
const SLOW_MS = 60_000;

const at = (id: number) => `/api/series/${id}/threshold`;

export const thresholdsKey = (target: string) => [...keys.target(target), 'thresholds'] as const;

export const thresholdsQuery = (target: string) =>
  queryOptions({
    queryKey: [...thresholdsKey(target), 'all'],
    queryFn: ({ signal }) =>
      getJson<SeriesThreshold[]>(`/api/targets/${encodeURIComponent(target)}/thresholds`, signal),
    refetchInterval: SLOW_MS,
  });

/** @param wish null for what holds */
export const previewQuery = (target: string, id: number, days: number, wish: Wish | null) => {
  const asked = new URLSearchParams({ days: String(days) });
  Object.entries(wish ?? {}).forEach(([name, value]) => asked.set(name, String(value)));
  return queryOptions({
    queryKey: [...thresholdsKey(target), 'preview', id, asked.toString()],
    queryFn: ({ signal }) => getJson<Preview>(`${at(id)}/preview?${asked.toString()}`, signal),
    placeholderData: keepPreviousData,
    staleTime: SLOW_MS,
  });
};

export async function setThreshold(id: number, wish: Wish): Promise<void> {
  await change('PUT', at(id), JSON.stringify(wish), 'application/json');
}

export async function unsetThreshold(id: number): Promise<void> {
  await change('DELETE', at(id));
}
