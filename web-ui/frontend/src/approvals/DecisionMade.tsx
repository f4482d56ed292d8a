import { Tag } from '@carbon/react';
import type { Approval, ApprovalStatus } from '../api/types';
import { words } from '../format/figures';
import { fullTime } from '../format/times';

const TYPES = {
  PENDING: 'blue',
  APPROVED: 'green',
  REJECTED: 'red',
  EXPIRED: 'warm-gray',
  WITHDRAWN: 'cool-gray',
} as const satisfies Record<ApprovalStatus, string>;

const DEEDS = { APPROVE: 'Approved', REJECT: 'Rejected', NONE: 'Decided' };

export function ApprovalTag({ approval }: { approval: Approval }) {
  const sent = approval.status === 'PENDING' && approval.decision !== null;
  return (
    <Tag type={TYPES[approval.status]} size="sm">
      {sent ? 'Decided, on its way' : words(approval.status)}
    </Tag>
  );
}

export function DecisionMade({ approval }: { approval: Approval }) {
  return (
    <div className="decision-made">
      <p>
        {approval.decidedBy ? (
          <>
            {DEEDS[approval.decision ?? 'NONE']} by <b>{approval.decidedBy}</b> on {fullTime(approval.decidedAt)}
            {approval.decidedIn === 'TASKLIST' && ' in Tasklist'}
          </>
        ) : (
          `${words(approval.status)} ${fullTime(approval.decidedAt)}`
        )}
      </p>
      {approval.leftOut.length > 0 && <p>Without {approval.leftOut.join(', ')}.</p>}
      {approval.notBefore && <p>To begin not before {fullTime(approval.notBefore)}.</p>}
      {approval.comment && <blockquote>{approval.comment}</blockquote>}
    </div>
  );
}
