import type { ChangeMark, LoadProfile, Measured, Metric, RunMark, TargetHistory } from '../api/types';
import type { PlotMark } from '../charts/plotOptions';
import type { Columns } from '../charts/series';
import { groupedBy } from '../format/groupedBy';

const PROFILES: LoadProfile[] = ['BASELINE', 'PEAK', 'STRESS', 'SOAK'];

const VALUES: Record<Metric, (measured: Measured) => number> = {
  P50_MS: ({ p50Ms }) => p50Ms,
  P95_MS: ({ p95Ms }) => p95Ms,
  P99_MS: ({ p99Ms }) => p99Ms,
  THROUGHPUT: ({ throughput }) => throughput,
  ERROR_RATE: ({ errorRate }) => errorRate,
};

/** Pages come the newest first, each with its oldest run first: laid together they are in time, with all marks. */
export function wholeOf(pages: TargetHistory[]): Pick<TargetHistory, 'runs' | 'measured' | 'changes' | 'requests'> {
  const inTime = [...pages].reverse();
  return {
    runs: inTime.flatMap(({ runs }) => runs),
    measured: inTime.flatMap(({ measured }) => measured),
    changes: inTime.flatMap(({ changes }) => changes),
    requests: [...new Set(inTime.flatMap(({ requests }) => requests))].sort((a, b) => a.localeCompare(b)),
  };
}

export interface Trend {
  profile: LoadProfile;
  /** Which arrival rates its tests had: more than one, and the line compares what is not comparable. */
  rates: number[];
  /** In time, as the columns have them. */
  points: Measured[];
  columns: Columns;
}

/** One line a load profile: figures under different loads have nothing to do with each other. */
export function trends(measured: Measured[], metric: Metric): Trend[] {
  const byProfile = groupedBy(measured, ({ profile }) => profile);
  return PROFILES.flatMap((profile) => {
    const points = [...(byProfile.get(profile) ?? [])].sort((a, b) => a.at.localeCompare(b.at));
    return points.length === 0
      ? []
      : [
          {
            profile,
            rates: [...new Set(points.map(({ rate }) => Math.round(rate * 10) / 10))].sort((a, b) => a - b),
            points,
            columns: [points.map(({ at }) => seconds(at)), points.map(VALUES[metric])] satisfies Columns,
          },
        ];
  });
}

export interface Event {
  at: string;
  runId: string;
  kind: 'APPLIED' | 'KEPT' | 'UNDONE' | 'CALIBRATED';
  words: string;
}

/** What was done to the target, in time. */
export function events(changes: ChangeMark[], runs: RunMark[]): Event[] {
  return [...changes.flatMap(eventsOf), ...runs.flatMap(calibrated)].sort((a, b) => a.at.localeCompare(b.at));
}

function eventsOf({ runId, statement, status, appliedAt, endedAt }: ChangeMark): Event[] {
  const event = (kind: Event['kind'], at: string): Event => ({ at, runId, kind, words: statement });
  const applied = event('APPLIED', appliedAt);
  if (endedAt === null) {
    return [applied];
  }
  switch (status) {
    case 'KEPT':
      return [applied, event('KEPT', endedAt)];
    case 'REVERTED':
      return [applied, event('UNDONE', endedAt)];
    default:
      return [applied];
  }
}

function calibrated({ id, calibratedAt }: RunMark): Event[] {
  return calibratedAt === null
    ? []
    : [{ at: calibratedAt, runId: id, kind: 'CALIBRATED', words: 'How much alike load tests differ was measured' }];
}

const TOKENS: Record<Event['kind'], string> = {
  APPLIED: '--chart-4',
  KEPT: '--good',
  UNDONE: '--chart-2',
  CALIBRATED: '--chart-before',
};

export function markOf({ at, kind }: Event): PlotMark {
  return { at: seconds(at), token: TOKENS[kind], dashed: kind !== 'KEPT' };
}

function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
