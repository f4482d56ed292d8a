import { useQuery } from '@tanstack/react-query';
import { approvalsOfRunQuery } from '../api/queries';
import { ApprovalPanel } from '../approvals/ApprovalPanel';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import type { RunTabProps } from './RunTabs';

export function ApprovalTab({ run }: RunTabProps) {
  const approvals = useQuery(approvalsOfRunQuery(run.id));
  return (
    <Loaded query={approvals}>
      {(ours) =>
        ours.length === 0 ? (
          <Empty title={run.status === 'ENDED' ? 'This run asked for no approval.' : 'Nothing to approve yet.'}>
            A plan is put before an approver as soon as it is drafted.
          </Empty>
        ) : (
          ours.map((approval) => <ApprovalPanel key={approval.id} approval={approval} />)
        )
      }
    </Loaded>
  );
}
