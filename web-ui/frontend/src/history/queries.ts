import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../api/http';
import { keys } from '../api/keys';
import { after } from '../api/queries';
import type { Surroundings, TargetHistory } from '../api/types';

/** So many runs a page. */
const RUNS = 100;

export const historyQuery = (target: string, request: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.target(target), 'history', request],
    queryFn: ({ signal, pageParam }) =>
      getJson<TargetHistory>(
        `/api/targets/${encodeURIComponent(target)}/history?runs=${RUNS}&request=${encodeURIComponent(request)}${after(pageParam)}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const surroundingsQuery = (runId: string) =>
  queryOptions({
    queryKey: [...keys.run(runId), 'surroundings'],
    queryFn: ({ signal }) => getJson<Surroundings>(`/api/runs/${encodeURIComponent(runId)}/surroundings`, signal),
  });
