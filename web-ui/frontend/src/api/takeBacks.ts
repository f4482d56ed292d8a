import { queryOptions } from '@tanstack/react-query';
import { getJson, postJson } from './http';
import type { components } from './schema';

export type TakeBack = components['schemas']['TakeBackView'];

const at = (change: string) => `/api/changes/${encodeURIComponent(change)}/take-back`;

/** Whoever took a change back watches it go. */
const OFTEN = 5_000;

export const takeBacksQuery = (change: string) =>
  queryOptions({
    queryKey: ['take-backs', change] as const,
    queryFn: ({ signal }) => getJson<TakeBack[]>(at(change), signal),
    refetchInterval: ({ state }) => (state.data?.[0]?.endedAt === null ? OFTEN : false),
  });

export async function takeBack(change: string, reason: string): Promise<void> {
  await postJson(at(change), { reason });
}
