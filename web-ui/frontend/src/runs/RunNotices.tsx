import { InlineNotification } from '@carbon/react';
import { Link, useLocation } from 'react-router';
import type { Run } from '../api/types';
import { elementName } from '../diagram/elementName';
import { fullTime } from '../format/times';

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
      {run.incident && (
        <div className="call-to-decide">
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={`${elementName(run.incident.elementId)} is stuck.`}
            subtitle={`${run.incident.message ?? ''} Mend the cause, then retry the incident in Operate or cancel the run.`}
          />
          {run.operateUrl && (
            <a href={run.operateUrl} target="_blank" rel="noreferrer">
              Retry it in Operate
            </a>
          )}
        </div>
      )}
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
