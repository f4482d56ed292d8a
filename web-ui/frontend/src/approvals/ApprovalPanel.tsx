import { useQuery } from '@tanstack/react-query';
import { findingsQuery, planQuery } from '../api/queries';
import type { Approval } from '../api/types';
import { fullTime } from '../format/times';
import { ChangeList } from '../runs/ChangeList';
import { FindingCard } from '../runs/FindingCard';
import { Loaded } from '../shell/Loaded';
import { DecisionForm } from './DecisionForm';
import { ApprovalTag, DecisionMade } from './DecisionMade';
import { KINDS } from './kinds';

/** Everything needed to decide, in the order in which one thinks: why, what exactly, how back, then the decision. */
export function ApprovalPanel({ approval }: { approval: Approval }) {
  const findings = useQuery(findingsQuery(approval.runId));
  const plan = useQuery(planQuery(approval.runId));
  const { title, question } = KINDS[approval.kind];
  const open = approval.status === 'PENDING' && approval.decision === null;

  return (
    <article className="approval">
      <header className="approval-head">
        <h3>{title}</h3>
        <p className="muted">
          Requested {fullTime(approval.requestedAt)}
          {open && approval.expiresAt && `, expires ${fullTime(approval.expiresAt)}`}
        </p>
        <ApprovalTag approval={approval} />
      </header>
      {open && <p>{question}</p>}
      <section className="block">
        <h4>Why</h4>
        <Loaded query={findings}>
          {(data) => (
            <>
              {data.findings.map((finding) => (
                <FindingCard key={finding.id} finding={finding} />
              ))}
            </>
          )}
        </Loaded>
      </section>
      <section className="block">
        <h4>What exactly, how back, and at which risk</h4>
        <Loaded query={plan}>
          {(drafted) =>
            drafted ? (
              <ChangeList changes={drafted.changes} content={drafted.content} />
            ) : (
              <p className="muted">There is no plan.</p>
            )
          }
        </Loaded>
      </section>
      <div aria-live="polite">{open ? <DecisionForm approval={approval} /> : <DecisionMade approval={approval} />}</div>
    </article>
  );
}
