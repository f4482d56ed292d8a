import { Tag } from '@carbon/react';
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'react-router';
import type { Metric } from '../api/types';
import { fullTime, shortTime } from '../format/times';
import { Empty, WaitingLines } from '../shell/States';
import { ComparePicker } from './ComparePicker';
import { MeasuredTable } from './MeasuredTable';
import { events, trends, type Event } from './trends';
import type { TargetHistory } from './types';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart')).TrendChart }));

const KINDS = {
  APPLIED: { type: 'purple', label: 'Applied' },
  KEPT: { type: 'green', label: 'Kept' },
  UNDONE: { type: 'magenta', label: 'Taken back' },
  CALIBRATED: { type: 'cool-gray', label: 'Calibrated' },
} as const satisfies Record<Event['kind'], { type: string; label: string }>;

export function HistoryView({ history, metric }: { history: TargetHistory; metric: Metric }) {
  const lines = useMemo(() => trends(history.measured, metric), [history, metric]);
  const done = useMemo(() => events(history.changes, history.runs), [history]);
  if (history.runs.length === 0) {
    return (
      <Empty
        title="No run yet."
        action={<Link to={`/runs/new?target=${encodeURIComponent(history.target)}`}>Start a run</Link>}
      >
        Each load test of a run becomes a point here.
      </Empty>
    );
  }
  return (
    <>
      {history.hasOlder && <p className="muted">The newest {history.runs.length} runs; older ones are left out.</p>}
      {lines.length === 0 ? (
        <Empty title="Nothing was measured yet.">
          {history.request === ''
            ? 'No load test of these runs was valid.'
            : `No valid load test of these runs asked for ${history.request}.`}
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
  return (
    <section className="block">
      <h2>What was done</h2>
      <ol className="done-list">
        {[...done].reverse().map(({ at, kind, runId, words: said }) => (
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
    </section>
  );
}
