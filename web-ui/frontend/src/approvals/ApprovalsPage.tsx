import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { allApprovalsQuery } from '../api/queries';
import type { Approval } from '../api/types';
import { fullTime, shortTime } from '../format/times';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { ApprovalTag } from './DecisionMade';
import { KINDS } from './kinds';

export function ApprovalsPage() {
  const approvals = useQuery({ ...allApprovalsQuery, refetchInterval: useRefetchInterval() });
  return (
    <>
      <PageTitle title="Approvals">
        What runs wait for, oldest first. Nothing is changed on a target without it.
      </PageTitle>
      <Loaded query={approvals}>
        {(all) => {
          const waiting = all.filter(isOpen).sort((a, b) => a.requestedAt.localeCompare(b.requestedAt));
          const decided = all.filter((approval) => !isOpen(approval));
          return (
            <>
              {waiting.length === 0 ? (
                <Empty title="Nothing waits for a decision.">
                  When a run has drafted a plan, it appears here and in the header.
                </Empty>
              ) : (
                <ApprovalList rows={waiting} />
              )}
              {decided.length > 0 && (
                <section className="block">
                  <h2>Decided</h2>
                  <ApprovalList rows={decided.sort((a, b) => b.requestedAt.localeCompare(a.requestedAt))} />
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function ApprovalList({ rows }: { rows: Approval[] }) {
  return (
    <ul className="approval-list">
      {rows.map((approval) => (
        <li key={approval.id}>
          <Link to={`/approvals/${encodeURIComponent(approval.id)}`}>
            <span className="strong ellipsis">{approval.target}</span>
            <span>{KINDS[approval.kind].title}</span>
            <span className="muted" title={fullTime(approval.requestedAt)}>
              requested {shortTime(approval.requestedAt)}
            </span>
            <span className="muted">
              {approval.decidedBy
                ? `by ${approval.decidedBy}, ${shortTime(approval.decidedAt)}`
                : approval.expiresAt && `expires ${shortTime(approval.expiresAt)}`}
            </span>
            <ApprovalTag approval={approval} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function isOpen(approval: Approval): boolean {
  return approval.status === 'PENDING' && approval.decision === null;
}
