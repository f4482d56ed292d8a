import { useQuery } from '@tanstack/react-query';
import { pendingApprovalsQuery } from '../api/queries';
import type { Approval } from '../api/types';
import { ApprovalList } from '../approvals/ApprovalList';
import { useIsApprover, useSession } from '../session/useSession';

/** What this person may decide now; with four eyes that is not what they asked for themselves. */
export function WaitingForMe() {
  const { user } = useSession();
  const isApprover = useIsApprover();
  const pending = useQuery(pendingApprovalsQuery);
  const waiting = pending.data ?? [];
  const mine = isApprover ? waiting.filter((approval) => isMine(approval, user)) : [];
  if (waiting.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h2>{mine.length > 0 ? 'Waiting for your decision' : 'Waiting for somebody else’s decision'}</h2>
      <ApprovalList rows={mine.length > 0 ? mine : waiting} />
    </section>
  );
}

export function isMine({ fourEyes, requestedBy }: Approval, user: string): boolean {
  return !fourEyes || requestedBy !== user;
}
