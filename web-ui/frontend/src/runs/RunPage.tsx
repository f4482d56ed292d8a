import { InlineNotification } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { runQuery, stepsQuery } from '../api/queries';
import type { Run } from '../api/types';
import { RunDiagram } from '../diagram/RunDiagram';
import { elementName } from '../diagram/elementName';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { usePageTitle } from '../shell/usePageTitle';
import { Journal } from './Journal';
import { LoadProgressPanel } from './LoadProgressPanel';
import { RunHeading } from './RunHeading';
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
      {run.incident && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={`${elementName(run.incident.elementId)} is stuck.`}
          subtitle={`${run.incident.message ?? ''} Mend the cause, then retry the incident in Operate or cancel the run.`}
        />
      )}
      {run.waitingFor && (
        <div className="call-to-decide">
          <InlineNotification
            kind="info"
            lowContrast
            hideCloseButton
            title="The run waits for a decision."
            subtitle="Nothing more happens before an approver has decided."
          />
          <Link to={`/runs/${encodeURIComponent(run.id)}/approval`}>Go to the approval</Link>
        </div>
      )}
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
