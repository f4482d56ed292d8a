import { InlineNotification } from '@carbon/react';
import { Link, useLocation } from 'react-router';
import type { Run } from '../api/types';
import { fullTime } from '../format/times';
import { StuckStep } from './StuckStep';

/** What somebody who opens the run should know or do first. */
export function RunNotices({ run }: { run: Run }) {
  const { state } = useLocation() as { state: { notice?: string | null } | null };
  return (
    <div className="run-notices">
      {state?.notice && <Notice title={state.notice} />}
      {run.status === 'REQUESTED' && !state?.notice && (
        <Notice title="The engine has not taken this run yet." subtitle="The request is sent again until it does." />
      )}
      {run.cancelRequested && run.status !== 'ENDED' && (
        <Notice title="The run is being cancelled." subtitle="What was applied is taken back first." />
      )}
      {run.incident && <StuckStep key={run.incident.elementId} run={run} incident={run.incident} />}
      {run.waitsUntil && (
        <Notice
          title={`Approved, waits until ${fullTime(run.waitsUntil)}.`}
          subtitle="The changes begin when their window opens; until then the run can be cancelled."
        />
      )}
      {run.waitingFor && (
        <div className="call-to-decide">
          <Notice
            title="The run waits for a decision."
            subtitle="Nothing more happens before an approver has decided."
          />
          <Link to={`/runs/${encodeURIComponent(run.id)}/approval`}>Go to the approval</Link>
        </div>
      )}
    </div>
  );
}

function Notice({ title, subtitle = '' }: { title: string; subtitle?: string }) {
  return <InlineNotification kind="info" lowContrast hideCloseButton title={title} subtitle={subtitle} />;
}
