import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { change, getJson } from '../api/http';
import { keys } from '../api/keys';
import type { Mark, MonitoredSeries, Monitoring, SeriesValues, StatementFinding } from './types';

/** Readings come every 15 s; what is older than some hours changes less than anybody looks. */
const LIVE_MS = 15_000;
const SLOW_MS = 60_000;
const LIVE_HOURS = 3;

const of = (target: string, part: string) => `/api/targets/${encodeURIComponent(target)}${part}`;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const pace = (hours: number) => (hours <= LIVE_HOURS ? LIVE_MS : SLOW_MS);

export const monitoringKey = (target: string) => [...keys.target(target), 'monitoring'] as const;

export const marksKey = (target: string) => [...monitoringKey(target), 'marks'] as const;

export const monitoringQuery = (target: string) =>
  queryOptions({
    queryKey: [...monitoringKey(target), 'state'],
    queryFn: ({ signal }) => getJson<Monitoring>(of(target, '/monitoring'), signal),
    refetchInterval: LIVE_MS / 3,
  });

export const seriesQuery = (target: string) =>
  queryOptions({
    queryKey: [...monitoringKey(target), 'series'],
    queryFn: ({ signal }) => getJson<MonitoredSeries[]>(of(target, '/series'), signal),
    refetchInterval: SLOW_MS,
  });

export const valuesQuery = (target: string, id: number, hours: number) =>
  queryOptions({
    queryKey: [...monitoringKey(target), 'values', id, hours],
    queryFn: ({ signal }) => getJson<SeriesValues>(`/api/series/${id}?from=${hoursAgo(hours)}&points=360`, signal),
    refetchInterval: pace(hours),
    placeholderData: keepPreviousData,
  });

export const marksQuery = (target: string, hours: number) =>
  queryOptions({
    queryKey: [...marksKey(target), hours],
    queryFn: ({ signal }) => getJson<Mark[]>(of(target, `/monitoring/marks?from=${hoursAgo(hours)}`), signal),
    refetchInterval: SLOW_MS,
    placeholderData: keepPreviousData,
  });

export const statementsQuery = (target: string) =>
  queryOptions({
    queryKey: [...monitoringKey(target), 'statements'],
    queryFn: ({ signal }) => getJson<StatementFinding[]>(of(target, '/monitoring/statements'), signal),
    refetchInterval: SLOW_MS,
  });

/** Answers with what there is to say about it, if anything. */
export async function switchMonitoring(target: string, on: boolean): Promise<string | null> {
  const response = await (on
    ? change('PUT', of(target, '/monitoring'), '{}', 'application/json')
    : change('DELETE', of(target, '/monitoring')));
  return ((await response.json()) as { note: string | null }).note;
}
