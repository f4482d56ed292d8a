import { queryOptions } from '@tanstack/react-query';
import { change as send, getJson, postJson } from './http';
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

/** Ends one that is stuck; what is left on the target is a person's to put right. */
export async function giveUp(change: string): Promise<void> {
  await send('DELETE', at(change));
}

export async function takeBack(change: string, reason: string): Promise<void> {
  await postJson(at(change), { reason });
}
