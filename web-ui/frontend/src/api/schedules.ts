import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { change, getJson, postJson } from './http';
import type { components } from './schema';
import type { Intensity } from './types';

type Schemas = components['schemas'];
export type Schedule = Schemas['ScheduleView'];
export type Tick = Schemas['TickView'];
type Kept = Schemas['KeptView'];

/** How a schedule shall be. */
export interface ScheduleWish {
  times: string;
  zone: string;
  intensity: Intensity;
  inWindowsOnly: boolean;
}

export const scheduleKeys = ['schedules'] as const;
const PATH = '/api/schedules';
const at = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

/** What becomes of times is seen without a reload. */
const EVERY_NOW_AND_THEN = 15_000;

export const schedulesQuery = queryOptions({
  queryKey: [...scheduleKeys, 'all'] as const,
  queryFn: ({ signal }) => getJson<Schedule[]>(PATH, signal),
  refetchInterval: EVERY_NOW_AND_THEN,
});

export const scheduleQuery = (id: string) =>
  queryOptions({
    queryKey: [...scheduleKeys, 'one', id] as const,
    queryFn: ({ signal }) => getJson<Schedule>(at(id), signal),
    refetchInterval: EVERY_NOW_AND_THEN,
  });

export const ticksQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...scheduleKeys, 'ticks', id] as const,
    queryFn: ({ signal, pageParam }) =>
      getJson<Schemas['TickPage']>(`${at(id)}/ticks${pageParam ? `?before=${pageParam}` : ''}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.before,
    refetchInterval: EVERY_NOW_AND_THEN,
  });

/** The next times of a schedule that is being written, or what is wrong with it. */
export const previewQuery = (times: string, zone: string) =>
  queryOptions({
    queryKey: [...scheduleKeys, 'preview', times, zone] as const,
    queryFn: ({ signal }) =>
      getJson<Schemas['PreviewView']>(`${PATH}/preview?${new URLSearchParams({ times, zone }).toString()}`, signal),
    enabled: times !== '' && zone !== '',
    placeholderData: keepPreviousData,
  });

export async function makeSchedule(target: string, wish: ScheduleWish): Promise<Kept> {
  return (await (await postJson(PATH, { target, ...wish })).json()) as Kept;
}

export async function changeSchedule(id: string, wish: ScheduleWish): Promise<Kept> {
  return (await (await change('PUT', at(id), JSON.stringify(wish), 'application/json')).json()) as Kept;
}

export async function setSchedule(id: string, what: 'pause' | 'resume'): Promise<Kept> {
  return (await (await change('POST', `${at(id)}/${what}`)).json()) as Kept;
}

export async function removeSchedule(id: string): Promise<void> {
  await change('DELETE', at(id));
}
