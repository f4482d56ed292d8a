import { Link } from 'react-router';
import type { Tick } from '../api/schedules';
import { counted, words } from '../format/figures';

/** What became of a time that was due: a run, or why there is none. */
export function Became({ tick: { runId, outcome, whyNone, missed } }: { tick: Tick }) {
  return (
    <>
      {runId ? (
        <Link to={`/runs/${encodeURIComponent(runId)}`} className="plain">
          {outcome ? words(outcome) : 'Run at work'}
        </Link>
      ) : (
        <span>No run. {whyNone}</span>
      )}
      {missed > 0 && <div className="muted small">Counts for {counted(missed, 'more time')} that had been missed.</div>}
    </>
  );
}
