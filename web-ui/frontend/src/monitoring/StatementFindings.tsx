import { Tag } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { share } from '../format/figures';
import { fullTime, shortTime } from '../format/times';
import { Failure } from '../shell/States';
import { statementsQuery } from './queries';
import type { StatementFinding } from './types';

const KINDS: Record<StatementFinding['kind'], string> = {
  SLOWER: 'Slower',
  CALLED_MORE: 'Called more',
  NEW_HEAVY: 'New and heavy',
  PLAN_CHANGED: 'Another plan',
  WITHOUT_INDEX: 'Without its index',
};

/** Statements that became a burden; nothing where none did. */
export function StatementFindings({ target }: { target: string }) {
  const found = useQuery(statementsQuery(target));
  if (found.isError) {
    return <Failure error={found.error} retry={() => void found.refetch()} />;
  }
  if (!found.data || found.data.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h2>Statements that became a burden</h2>
      <ul className="finding-list">
        {found.data.map((finding) => (
          <Found key={`${finding.statement} ${finding.kind} ${finding.foundAt}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function Found({ finding }: { finding: StatementFinding }) {
  const { statement, title, kind, since, endedAt, words } = finding;
  return (
    <li>
      <Tag type={endedAt ? 'gray' : 'magenta'} size="sm">
        {KINDS[kind]} {figureOf(finding)}
      </Tag>
      <div>
        <Link to={`?${new URLSearchParams({ source: 'STATEMENTS', of: statement, hours: '168' }).toString()}`}>
          <code className="wrapping">{title}</code>
        </Link>
        <p>{words}</p>
        <p className="muted small">
          <time dateTime={since} title={fullTime(since)}>
            {shortTime(since)}
          </time>
          {endedAt ? ` to ${shortTime(endedAt)}` : ', still'}
        </p>
      </div>
    </li>
  );
}

export function figureOf({ kind, figure }: StatementFinding): string {
  return kind === 'NEW_HEAVY' ? share(figure) : `×${Number(figure.toPrecision(2))}`;
}
