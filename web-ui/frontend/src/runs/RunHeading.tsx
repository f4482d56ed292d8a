import { Breadcrumb, BreadcrumbItem, Button } from '@carbon/react';
import { Launch, StopOutline } from '@carbon/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Run } from '../api/types';
import { words } from '../format/figures';
import { duration, fullTime, millisBetween, useNow } from '../format/times';
import { RoleButton } from '../session/RoleButton';
import { CancelDialog } from './CancelDialog';
import { ExportMenu } from './ExportMenu';
import { RunTag } from './tags';

export function RunHeading({ run }: { run: Run }) {
  const [cancelling, setCancelling] = useState(false);
  const open = run.status !== 'ENDED';
  const now = useNow(open);
  const from = run.startedAt ?? run.requestedAt;

  return (
    <header className="run-heading">
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/runs">Runs</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>{run.id}</BreadcrumbItem>
      </Breadcrumb>
      <div className="page-title">
        <h1>
          <Link to={`/targets/${encodeURIComponent(run.target)}`} className="ellipsis">
            {run.target}
          </Link>
          <RunTag run={run} size="md" />
        </h1>
        <div className="page-actions">
          <ExportMenu runId={run.id} />
          {run.operateUrl && (
            <Button kind="ghost" size="md" renderIcon={Launch} href={run.operateUrl} target="_blank" rel="noreferrer">
              Open in Operate
            </Button>
          )}
          {open && !run.cancelRequested && (
            <RoleButton
              needs="OPERATOR"
              kind="danger--ghost"
              size="md"
              renderIcon={StopOutline}
              onClick={() => setCancelling(true)}
            >
              Cancel run
            </RoleButton>
          )}
        </div>
      </div>
      <dl className="facts">
        <Fact name="Duration">{duration(millisBetween(from, run.endedAt, now))}</Fact>
        <Fact name="Started">{fullTime(from)}</Fact>
        <Fact name="Ended">{fullTime(run.endedAt)}</Fact>
        <Fact name="Intensity">{words(run.intensity)}</Fact>
        <Fact name="Requested by">{run.requestedBy}</Fact>
        {run.processInstanceKey && <Fact name="Process instance">{run.processInstanceKey}</Fact>}
      </dl>
      {cancelling && <CancelDialog run={run} onClose={() => setCancelling(false)} />}
    </header>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
