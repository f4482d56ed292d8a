import { Button } from '@carbon/react';
import { Play } from '@carbon/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { runsQuery } from '../api/queries';
import { useRefetchInterval } from '../live/LiveContext';
import { RoleButton } from '../session/RoleButton';
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
        Each run measures a target, finds what limits it, asks for approval, applies and proves the change.
      </PageTitle>
      {runs.isPending && <WaitingLines lines={6} />}
      {runs.isError && !runs.data && <Failure error={runs.error} retry={() => void runs.refetch()} />}
      {runs.data && all.length === 0 && (
        <Empty title="No run yet." action={startButton}>
          Start one against a registered target: it changes nothing before somebody approved the plan.
        </Empty>
      )}
      {all.length > 0 && <RunsTable runs={runningFirst(all)} />}
      {runs.hasNextPage && (
        <Button
          kind="ghost"
          size="md"
          disabled={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
          className="load-more"
        >
          {runs.isFetchingNextPage ? 'Loading …' : 'Load more'}
        </Button>
      )}
    </>
  );
}
