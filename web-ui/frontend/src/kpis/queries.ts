import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../api/http';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Kpis = Schemas['KpiView'];
export type KpisOfTargets = Schemas['KpisView'];

/** Weeks of readings change little in a minute. */
const SLOW_MS = 60_000;

export const kpisQuery = (days: number) =>
  queryOptions({
    queryKey: ['monitoring-kpis', days] as const,
    queryFn: ({ signal }) => getJson<KpisOfTargets>(`/api/monitoring/kpis/targets?days=${days}`, signal),
    refetchInterval: SLOW_MS,
    // Whoever comes back from judging alerts shall see what that changed.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
