import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { runQuery, stepsQuery } from '../api/queries';
import type { Run } from '../api/types';
import { RunDiagram } from '../diagram/RunDiagram';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { usePageTitle } from '../shell/usePageTitle';
import { Journal } from './Journal';
import { LoadProgressPanel } from './LoadProgressPanel';
import { RunHeading } from './RunHeading';
import { RunNotices } from './RunNotices';
import { RunTabs } from './RunTabs';

export function RunPage() {
  const { id = '' } = useParams();
  const interval = useRefetchInterval();
  const run = useQuery({
    ...runQuery(id),
    refetchInterval: ({ state }) => (state.data?.status === 'ENDED' ? false : interval),
  });
  usePageTitle(run.data ? `Run of ${run.data.target}` : 'Run');
  return <Loaded query={run}>{(data) => <RunView key={data.id} run={data} />}</Loaded>;
}

function RunView({ run }: { run: Run }) {
  const interval = useRefetchInterval(run.status !== 'ENDED');
  const steps = useQuery({ ...stepsQuery(run.id), refetchInterval: interval });

  return (
    <>
      <RunHeading run={run} />
      <RunNotices run={run} />
      <Loaded query={steps}>
        {(journal) => (
          <>
            <RunDiagram run={run} steps={journal} />
            <div className="run-now">
              <Journal steps={journal} run={run} />
              <LoadProgressPanel run={run} />
            </div>
            <RunTabs run={run} steps={journal} />
          </>
        )}
      </Loaded>
    </>
  );
}
