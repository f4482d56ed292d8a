import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { runsQuery } from '../api/queries';
import { RunsTable } from '../runs/RunsTable';
import { Empty, Failure, WaitingLines } from '../shell/States';

const SHOWN = 8;

export function RecentRuns() {
  const runs = useInfiniteQuery(runsQuery);
  const ended = runs.data?.pages.flatMap(({ items }) => items).filter(({ status }) => status === 'ENDED') ?? [];
  return (
    <section className="block">
      <h2>Recent runs</h2>
      {runs.isPending && <WaitingLines />}
      {runs.isError && !runs.data && <Failure error={runs.error} retry={() => void runs.refetch()} />}
      {runs.data && ended.length === 0 && (
        <Empty title="No run has ended yet." action={<Link to="/runs/new">Start a run</Link>}>
          It measures, and changes nothing before somebody approved the plan.
        </Empty>
      )}
      {ended.length > 0 && (
        <>
          <RunsTable runs={ended.slice(0, SHOWN)} />
          <p className="all-runs">
            <Link to="/runs">All runs</Link>
          </p>
        </>
      )}
    </section>
  );
}
