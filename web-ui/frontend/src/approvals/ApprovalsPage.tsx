import { useQuery } from '@tanstack/react-query';
import { allApprovalsQuery } from '../api/queries';
import type { Approval } from '../api/types';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { ApprovalList } from './ApprovalList';

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

function isOpen(approval: Approval): boolean {
  return approval.status === 'PENDING' && approval.decision === null;
}
