import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getJson } from '../api/http';
import { keys } from '../api/keys';
import type { Surroundings, TargetHistory } from './types';

export const historyQuery = (target: string, request: string, runs: number) =>
  queryOptions({
    queryKey: [...keys.target(target), 'history', request, runs],
    queryFn: ({ signal }) =>
      getJson<TargetHistory>(
        `/api/targets/${encodeURIComponent(target)}/history?runs=${runs}&request=${encodeURIComponent(request)}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });

export const surroundingsQuery = (runId: string) =>
  queryOptions({
    queryKey: [...keys.run(runId), 'surroundings'],
    queryFn: ({ signal }) => getJson<Surroundings>(`/api/runs/${encodeURIComponent(runId)}/surroundings`, signal),
  });
