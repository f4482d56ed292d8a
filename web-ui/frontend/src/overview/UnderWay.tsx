import { Link } from 'react-router';
import type { Overview, Run } from '../api/types';
import { duration, millisBetween, useNow } from '../format/times';
import { RunTag } from '../runs/tags';

type Now = Overview['now'][number];

/** The runs at work, each with the step it is at. */
export function UnderWay({ runs, now }: { runs: Run[]; now: Now[] }) {
  const clock = useNow(runs.length > 0);
  return (
    <section className="block">
      <h2>Under way</h2>
      {runs.length === 0 && <p className="muted">No run is at work.</p>}
      <ul className="run-cards">
        {runs.map((run) => (
          <li key={run.id} className="panel">
            <UnderWayCard run={run} at={now.find(({ runId }) => runId === run.id)} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnderWayCard({ run, at, clock }: { run: Run; at: Now | undefined; clock: number }) {
  const step = at ? `${at.step}${at.message ? `: ${at.message}` : ''}` : 'Waits for a worker to take it.';
  return (
    <Link to={`/runs/${encodeURIComponent(run.id)}`} className="run-card">
      <span className="run-card-title">
        <span className="strong ellipsis">{run.target}</span>
        <RunTag run={run} />
      </span>
      <span className="run-card-step">{run.incident?.message ?? step}</span>
      {at?.status === 'STARTED' && at.progress !== null && (
        <progress className="meter" max={100} value={at.progress} aria-label={`${at.progress} % done`} />
      )}
      <span className="muted small">
        {kindOf(run)}, for {duration(millisBetween(run.startedAt ?? run.requestedAt, null, clock))}
      </span>
    </Link>
  );
}

function kindOf({ gate, calibration }: Run): string {
  return gate ? 'Regression gate' : calibration ? 'Calibration' : 'Run';
}
