import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Problem } from '../api/problem';
import { sessionQuery } from '../api/queries';
import { Failure, Waiting } from '../shell/States';

export function RequireSession() {
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();

  if (session.error instanceof Problem && session.error.status === 401) {
    return <Navigate to={`/login?from=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (session.isPending) {
    return <Waiting what="Perfloop" />;
  }
  if (!session.data) {
    return <Failure error={session.error} retry={() => void session.refetch()} />;
  }
  return <Outlet />;
}
