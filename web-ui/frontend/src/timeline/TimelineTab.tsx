import { useQuery } from '@tanstack/react-query';
import { approvalsOfRunQuery, loadsQuery, planQuery } from '../api/queries';
import { clockTime, duration, useNow } from '../format/times';
import type { RunTabProps } from '../runs/RunTabs';
import { Empty } from '../shell/States';
import { bars, spanOf, ticks, type Bar, type Span } from './bars';

const LANES = {
  STEP: 'Step',
  LOAD: 'Load test, its warm-up paler',
  WAIT: 'Waiting for a person',
  CHANGE: 'Change in place',
} as const satisfies Record<Bar['lane'], string>;

/** Where the time went: steps, load tests, waiting and changes as bars on the run's own time line. */
export function TimelineTab({ run, steps }: RunTabProps) {
  const clock = useNow(run.status !== 'ENDED');
  const loads = useQuery(loadsQuery(run.id));
  const approvals = useQuery(approvalsOfRunQuery(run.id));
  const plan = useQuery(planQuery(run.id));
  const now = run.endedAt === null ? clock : Date.parse(run.endedAt);
  if (steps.length === 0) {
    return <Empty title="No step has run yet.">Each step appears here with its time as soon as it starts.</Empty>;
  }
  const all = bars(
    {
      steps,
      loads: loads.data ?? [],
      approvals: approvals.data ?? [],
      changes: plan.data?.changes ?? [],
    },
    now,
  );
  const span = spanOf(all);
  return (
    <>
      <ul className="timeline-legend" aria-label="Colours">
        {Object.entries(LANES).map(([lane, label]) => (
          <li key={lane}>
            <i className={`lane-${lane.toLowerCase()}`} /> {label}
          </li>
        ))}
      </ul>
      <div className="timings" aria-hidden>
        <div className="timing-row">
          <span />
          <span className="timing-axis">
            {ticks(span).map((second) => (
              <span key={second} style={{ left: `${(second * 100_000) / (span.to - span.from)}%` }}>
                {second === 0 ? '0' : duration(second * 1000).replace(/ 00 (s|min)$/, '')}
              </span>
            ))}
          </span>
          <span />
        </div>
      </div>
      <ol className="timings">
        {all.map((bar) => (
          <TimelineRow key={bar.key} bar={bar} span={span} />
        ))}
      </ol>
    </>
  );
}

function TimelineRow({ bar: { lane, name, detail, from, to, warmTo, failed }, span }: { bar: Bar; span: Span }) {
  const at = (moment: number) => ((moment - span.from) / (span.to - span.from)) * 100;
  const piece = (begin: number, end: number, extra: string) => (
    <i
      className={`lane-${lane.toLowerCase()} ${failed ? 'is-error' : ''} ${extra}`}
      style={{ left: `${at(begin)}%`, width: `${Math.max(0.15, at(end) - at(begin))}%` }}
    />
  );
  return (
    <li className="timing-row">
      <span className="timing-name" title={name}>
        {name} {detail && <span className="muted">{detail}</span>}
      </span>
      <span className="timing-bar" title={`from ${clockTime(new Date(from).toISOString())}`}>
        {warmTo !== null && warmTo > from && warmTo < to ? (
          <>
            {piece(from, warmTo, 'is-warm-up')}
            {piece(warmTo, to, '')}
          </>
        ) : (
          piece(from, to, '')
        )}
      </span>
      <span className="numeric">{duration(to - from)}</span>
    </li>
  );
}
