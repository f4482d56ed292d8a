import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries';
import type { Role, Session } from '../api/types';

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function useIsApprover(): boolean {
  return useSession().roles.some((role) => role.replace('ROLE_', '') === 'APPROVER');
}

/** Looks at what is known of the session and asks nothing; the server refuses in any case. */
export function useMay(role: Role): boolean {
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  return data === undefined || data.roles.includes(role);
}
