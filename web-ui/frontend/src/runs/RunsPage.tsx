import { Play } from '@carbon/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { runsQuery } from '../api/queries';
import { useRefetchInterval } from '../live/LiveContext';
import { RoleButton } from '../session/RoleButton';
import { LoadMore } from '../shell/LoadMore';
import { PageTitle } from '../shell/PageTitle';
import { Empty, Failure, WaitingLines } from '../shell/States';
import { runningFirst } from './order';
import { RunsTable } from './RunsTable';

export function RunsPage() {
  const runs = useInfiniteQuery({ ...runsQuery, refetchInterval: useRefetchInterval() });
  const navigate = useNavigate();
  const startButton = (
    <RoleButton needs="OPERATOR" renderIcon={Play} size="md" onClick={() => void navigate('/runs/new')}>
      Start run
    </RoleButton>
  );
  const all = runs.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageTitle title="Runs" actions={startButton}>
        Each run measures a target, finds what limits it, asks for approval, applies and proves the change.{' '}
        <Link to="/schedules">Schedules</Link> let them begin by themselves.
      </PageTitle>
      {runs.isPending && <WaitingLines lines={6} />}
      {runs.isError && !runs.data && <Failure error={runs.error} retry={() => void runs.refetch()} />}
      {runs.data && all.length === 0 && (
        <Empty title="No run yet." action={startButton}>
          Start one against a registered target: it changes nothing before somebody approved the plan.
        </Empty>
      )}
      {all.length > 0 && <RunsTable runs={runningFirst(all)} />}
      <LoadMore query={runs} />
    </>
  );
}
