import { Button, Tag } from '@carbon/react';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Metric } from '../api/types';
import { counted } from '../format/figures';
import { fullTime, shortTime } from '../format/times';
import { Empty, WaitingLines } from '../shell/States';
import { ComparePicker } from './ComparePicker';
import { MeasuredTable } from './MeasuredTable';
import { events, trends, type Event, type wholeOf } from './trends';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart')).TrendChart }));

const KINDS = {
  APPLIED: { type: 'purple', label: 'Applied' },
  KEPT: { type: 'green', label: 'Kept' },
  UNDONE: { type: 'magenta', label: 'Taken back' },
  CALIBRATED: { type: 'cool-gray', label: 'Calibrated' },
} as const satisfies Record<Event['kind'], { type: string; label: string }>;

/** So many deeds are listed at once; all are marked in the charts. */
const DEEDS = 30;

interface HistoryViewProps {
  target: string;
  request: string;
  history: ReturnType<typeof wholeOf>;
  metric: Metric;
  /** The way to older runs, where there are any. */
  older: ReactNode;
}

export function HistoryView({ target, request, history, metric, older }: HistoryViewProps) {
  const lines = useMemo(() => trends(history.measured, metric), [history, metric]);
  const done = useMemo(() => events(history.changes, history.runs), [history]);
  if (history.runs.length === 0) {
    return (
      <Empty
        title="No run yet."
        action={<Link to={`/runs/new?target=${encodeURIComponent(target)}`}>Start a run</Link>}
      >
        Each load test of a run becomes a point here.
      </Empty>
    );
  }
  return (
    <>
      <div className="choices-row">
        <p className="muted" role="status">
          {counted(history.runs.length, 'run')}
        </p>
        {older}
      </div>
      {lines.length === 0 ? (
        <Empty title="Nothing was measured yet.">
          {request === ''
            ? 'No load test of these runs was valid.'
            : `No valid load test of these runs asked for ${request}.`}
        </Empty>
      ) : (
        <Suspense fallback={<WaitingLines lines={6} />}>
          <div className="chart-grid">
            {lines.map((trend) => (
              <TrendChart key={trend.profile} trend={trend} metric={metric} events={done} />
            ))}
          </div>
        </Suspense>
      )}
      <p className="muted small">
        A line through points is no verdict: runs differ in more than the target. Upright lines are what was done to it.
      </p>
      {history.runs.length > 1 && <ComparePicker runs={history.runs} />}
      {done.length > 0 && <Done events={done} />}
      {history.measured.length > 0 && <MeasuredTable measured={history.measured} />}
    </>
  );
}

function Done({ events: done }: { events: Event[] }) {
  const [shown, setShown] = useState(DEEDS);
  const newest = [...done].reverse();
  return (
    <section className="block">
      <h2>What was done</h2>
      <ol className="done-list">
        {newest.slice(0, shown).map(({ at, kind, runId, words: said }) => (
          <li key={`${runId} ${kind} ${at} ${said}`}>
            <time dateTime={at} title={fullTime(at)} className="muted">
              {shortTime(at)}
            </time>
            <Tag type={KINDS[kind].type} size="sm">
              {KINDS[kind].label}
            </Tag>
            <code className="wrapping">{said}</code>
            <Link to={`/runs/${encodeURIComponent(runId)}`}>Run {runId}</Link>
          </li>
        ))}
      </ol>
      {newest.length > shown && (
        <Button kind="ghost" size="sm" onClick={() => setShown(shown + 4 * DEEDS)}>
          Show older deeds
        </Button>
      )}
    </section>
  );
}
