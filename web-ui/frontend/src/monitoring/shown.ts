import type { PlotBand, PlotMark, PlotSpan } from '../charts/plotOptions';
import type { Columns } from '../charts/series';
import { bytes, decimal, millis, rate, share, words } from '../format/figures';
import type { Mark, MonitoredSeries, SeriesValues, Source } from './types';

export const SOURCES: Record<Source, string> = {
  PROMETHEUS: 'Service',
  DATABASE: 'Database',
  STATEMENTS: 'Statements',
  JVM: 'JVM',
  HOST: 'Machine',
  PROBE: 'Probe requests',
  COLLECTOR: 'Collecting itself',
  ANALYSIS: 'What was found',
};

export const SPANS: { hours: number; label: string }[] = [
  { hours: 1, label: 'Last hour' },
  { hours: 3, label: 'Last 3 hours' },
  { hours: 24, label: 'Last day' },
  { hours: 168, label: 'Last week' },
  { hours: 720, label: 'Last 30 days' },
  { hours: 8760, label: 'Last year' },
];

const USUAL_SPAN = 3;

export function spanOf(text: string | null): number {
  return SPANS.find(({ hours }) => String(hours) === text)?.hours ?? USUAL_SPAN;
}

/** Those that have told something, in the order of {@link SOURCES}. */
export function sourcesOf(series: MonitoredSeries[]): Source[] {
  const told = new Set(series.map(({ source }) => source));
  return (Object.keys(SOURCES) as Source[]).filter((source) => told.has(source));
}

export interface Subject {
  /** Empty for the whole. */
  id: string;
  title: string;
}

/** The whole first; then what is told of apart, the weightiest first. */
export function subjectsOf(series: MonitoredSeries[], source: Source): Subject[] {
  const subjects = new Map<string, { title: string; weight: number }>();
  for (const { source: from, subject, title, value, kind } of series) {
    if (from === source) {
      const known = subjects.get(subject ?? '')?.weight ?? -1;
      const weight = kind === 'RATE' ? Math.max(known, value ?? 0) : known;
      subjects.set(subject ?? '', { title: title === '' ? 'The whole' : title, weight });
    }
  }
  return [...subjects]
    .sort(([a, one], [b, other]) => (a === '' ? -1 : b === '' ? 1 : other.weight - one.weight))
    .map(([id, { title }]) => ({ id, title }));
}

/** What users feel comes first, the rest by name. */
const FIRST = [
  'request_p95_ms',
  'requests_per_second',
  'request_error_share',
  'request_mean_ms',
  'transactions_per_second',
];

export function byWeight({ metric: one }: MonitoredSeries, { metric: other }: MonitoredSeries): number {
  return place(one) - place(other) || one.localeCompare(other);
}

function place(metric: string): number {
  const found = FIRST.indexOf(metric);
  return found < 0 ? FIRST.length : found;
}

/** "request_mean_ms" as words: its unit is at the axis. */
export function nameOf(metric: string): string {
  return words(metric.replace(/_(ms|bytes|share|seconds)$/, '').replace(/_per_second$/, ''));
}

export function formatOf(unit: string): (value: number | null) => string {
  switch (unit) {
    case 'ms':
      return millis;
    case 'share':
      return share;
    case 'bytes':
      return bytes;
    case 'bytes/s':
      return (value) => (value === null ? '–' : `${bytes(value)}/s`);
    case '1/s':
      return rate;
    case 's':
      return (value) => (value === null ? '–' : `${decimal(value)} s`);
    default:
      return decimal;
  }
}

/** Times, then the mean and the highest of each bucket; a bucket without a reading has neither. */
export function columnsOf({ buckets }: SeriesValues): Columns {
  return [
    buckets.map(({ at }) => Date.parse(at) / 1000),
    buckets.map(({ mean }) => mean),
    buckets.map(({ high }) => high),
  ];
}

export function isEmpty({ buckets }: SeriesValues): boolean {
  return buckets.every(({ mean }) => mean === null);
}

/** What is usual at each point, by its hour of the week; null where nothing is known of any. */
export function bandOf({ buckets }: SeriesValues): PlotBand | null {
  return buckets.some(({ usualHigh }) => usualHigh !== null)
    ? {
        low: buckets.map(({ usualLow }) => (usualLow === null ? null : Math.max(0, usualLow))),
        high: buckets.map(({ usualHigh }) => usualHigh),
        token: '--chart-after',
      }
    : null;
}

const TOKENS = { RUN: '--chart-before', CHANGE: '--chart-after', LEVEL: '--chart-4' } as const;

/** Upright lines: runs, applied changes, and where the level of this series has changed. */
export function marksOf(marks: Mark[], series: number): PlotMark[] {
  return marks.flatMap(({ at, kind, seriesId }) =>
    kind === 'ALERT' || (kind === 'LEVEL' && seriesId !== series)
      ? []
      : [{ at: Date.parse(at) / 1000, token: TOKENS[kind], dashed: kind !== 'LEVEL' }],
  );
}

/** The time of alerts, from beginning to end. */
export function spansOf(marks: Mark[]): PlotSpan[] {
  return marks
    .filter(({ kind }) => kind === 'ALERT')
    .map(({ at, until }) => ({
      from: Date.parse(at) / 1000,
      to: until === null ? null : Date.parse(until) / 1000,
      token: '--chart-2',
    }));
}
