import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../api/http';
import { keys } from '../api/keys';
import type { Distribution, LoadProfile, Resource } from '../api/types';

export const distributionQuery = (runId: string, profile: LoadProfile, request: string) =>
  queryOptions({
    queryKey: [...keys.loads(runId), 'distribution', profile, request],
    queryFn: ({ signal }) =>
      getJson<Distribution>(
        `/api/runs/${encodeURIComponent(runId)}/loads/distribution?profile=${profile}&request=${encodeURIComponent(request)}`,
        signal,
      ),
  });

export const resourcesQuery = (runId: string) =>
  queryOptions({
    queryKey: [...keys.loads(runId), 'resources'],
    queryFn: ({ signal }) => getJson<Resource[]>(`/api/runs/${encodeURIComponent(runId)}/loads/resources`, signal),
  });
