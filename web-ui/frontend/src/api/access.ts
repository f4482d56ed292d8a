import { infiniteQueryOptions } from '@tanstack/react-query';
import { change, getJson, postJson } from './http';
import { after } from './queries';
import type { AuditPage, CreatedToken, Role, TokenPage } from './types';

export type { AuditEvent, Token } from './types';

/** Empty means any. */
export interface AuditFilter {
  who: string;
  target: string;
  from: string;
  to: string;
}

const TOKENS = ['tokens'] as const;

export const tokensQuery = (everybody: boolean) =>
  infiniteQueryOptions({
    queryKey: [...TOKENS, everybody] as const,
    queryFn: ({ signal, pageParam }) =>
      getJson<TokenPage>(`/api/tokens?limit=50${everybody ? '&everybody=true' : ''}${after(pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const tokenKeys = TOKENS;

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter] as const,
    queryFn: ({ signal, pageParam }) => getJson<AuditPage>(`/api/audit?${asked(filter, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

function asked(filter: AuditFilter, cursor: string | null): string {
  const params = new URLSearchParams({ limit: '50' });
  for (const [name, value] of Object.entries({ ...filter, cursor: cursor ?? '' })) {
    if (value !== '') {
      params.set(name, value);
    }
  }
  return params.toString();
}

/** The secret; nobody can ask for it again. */
export async function createToken(name: string, roles: Role[], days: number): Promise<string> {
  const response = await postJson('/api/tokens', { name, roles, days });
  return ((await response.json()) as CreatedToken).token;
}

export async function revokeToken(id: string): Promise<void> {
  await change('DELETE', `/api/tokens/${encodeURIComponent(id)}`);
}
