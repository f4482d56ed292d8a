import { Link } from 'react-router';
import type { Approval } from '../api/types';
import { fullTime, shortTime } from '../format/times';
import { ApprovalTag } from './DecisionMade';
import { KINDS } from './kinds';

export function ApprovalList({ rows }: { rows: Approval[] }) {
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
