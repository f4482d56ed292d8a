import { Tag } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { blindSpotsQuery, findingsQuery } from '../api/queries';
import type { BlindSpot, Bottleneck, Refusal } from '../api/types';
import { percent, words } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import { FindingCard } from './FindingCard';
import type { RunTabProps } from './RunTabs';

/** Blind spots that are named here; all of them have a page of their own. */
const NAMED = 3;

export function FindingsTab({ run }: RunTabProps) {
  const findings = useQuery(findingsQuery(run.id));
  const blindSpots = useQuery(blindSpotsQuery(run.id));
  return (
    <>
      <Loaded query={findings}>
        {({ findings: found, refusals, bottlenecks }) => (
          <>
            {found.length === 0 && (
              <Empty title={run.status === 'ENDED' ? 'Nothing was found.' : 'No finding yet.'}>
                {run.status === 'ENDED'
                  ? 'Within what was looked at, nothing explains a missed objective.'
                  : 'Findings follow once the profiling load has been analysed.'}
              </Empty>
            )}
            {found.map((finding) => (
              <FindingCard key={finding.id} finding={finding} />
            ))}
            <Bottlenecks rows={bottlenecks} />
            <Refusals rows={refusals} />
          </>
        )}
      </Loaded>
      <Loaded query={blindSpots}>{(rows) => <NotLookedAt runId={run.id} rows={rows} />}</Loaded>
    </>
  );
}

function Bottlenecks({ rows }: { rows: Bottleneck[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h3>Where the time goes</h3>
      <ol className="ranked">
        {rows.map((row) => (
          <li key={row.rank}>
            <span className="strong">
              {words(row.layer)} {row.rank <= 3 && <Tag size="sm" type="red">{`Target ${row.rank}`}</Tag>}
            </span>
            <meter min={0} max={100} value={row.impact} aria-label={`Impact ${percent(row.impact)}`} />
            <span className="muted">{row.summary}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Refusals({ rows }: { rows: Refusal[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h3>Looked at and turned down</h3>
      <dl className="pairs">
        {rows.map(({ subject, reason }) => (
          <div key={subject}>
            <dt>{subject}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function NotLookedAt({ runId, rows }: { runId: string; rows: BlindSpot[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h3>Not looked at</h3>
      <p>
        {rows
          .slice(0, NAMED)
          .map(({ what }) => what)
          .join('; ')}
        {rows.length > NAMED && ` and ${rows.length - NAMED} more`}.{' '}
        <Link to={`/runs/${encodeURIComponent(runId)}/not-looked-at`}>Why, and how to enable it</Link>
      </p>
    </section>
  );
}
