import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries';
import type { Session } from '../api/types';

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function useIsApprover(): boolean {
  return useSession().roles.some((role) => role.replace('ROLE_', '') === 'APPROVER');
}
