import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { allApprovalsQuery, pendingApprovalsQuery } from '../api/queries';
import type { Approval } from '../api/types';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { LoadMore } from '../shell/LoadMore';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { ApprovalList } from './ApprovalList';

export function ApprovalsPage() {
  const refetchInterval = useRefetchInterval();
  const pending = useQuery({ ...pendingApprovalsQuery, refetchInterval });
  const all = useInfiniteQuery({ ...allApprovalsQuery, refetchInterval });
  return (
    <>
      <PageTitle title="Approvals">
        What runs wait for, oldest first. Nothing is changed on a target without it.
      </PageTitle>
      <Loaded query={pending}>
        {(waiting) =>
          waiting.length === 0 ? (
            <Empty title="Nothing waits for a decision.">
              When a run has drafted a plan, it appears here and in the header.
            </Empty>
          ) : (
            <ApprovalList rows={[...waiting].reverse()} />
          )
        }
      </Loaded>
      <Loaded query={all}>
        {({ pages }) => {
          const decided = pages.flatMap(({ items }) => items).filter((approval) => !isOpen(approval));
          return (
            decided.length > 0 && (
              <section className="block">
                <h2>Decided</h2>
                <ApprovalList rows={decided} />
                <LoadMore query={all} label="Load older approvals" />
              </section>
            )
          );
        }}
      </Loaded>
    </>
  );
}

function isOpen(approval: Approval): boolean {
  return approval.status === 'PENDING' && approval.decision === null;
}
