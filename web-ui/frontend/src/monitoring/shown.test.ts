import { describe, expect, it } from 'vitest';
import {
  bandOf,
  byWeight,
  columnsOf,
  formatOf,
  isEmpty,
  marksOf,
  nameOf,
  sourcesOf,
  spanOf,
  spansOf,
  subjectsOf,
} from './shown';
import type { Mark, MonitoredSeries, SeriesValues } from './types';

const SERIES: MonitoredSeries = {
  id: 1,
  source: 'STATEMENTS',
  metric: 'statement_load',
  subject: null,
  title: '',
  unit: '1',
  kind: 'RATE',
  firstAt: '2026-11-21T08:00:00Z',
  value: null,
  usual: null,
};

const values = (...means: (number | null)[]): SeriesValues => ({
  series: SERIES,
  resolution: 'MINUTE',
  stepSeconds: 60,
  buckets: means.map((mean, minute) => ({
    at: new Date(Date.UTC(2026, 10, 21, 8, minute)).toISOString(),
    low: mean,
    mean,
    high: mean === null ? null : mean * 2,
    usualLow: minute === 0 ? -1 : null,
    usualHigh: minute === 0 ? 5 : null,
  })),
});

describe('what is shown of a monitored target', () => {
  it('leaves a gap where nothing was read', () => {
    expect(columnsOf(values(1, null, 3))).toEqual([
      [1795248000, 1795248060, 1795248120],
      [1, null, 3],
      [2, null, 6],
    ]);
    expect(isEmpty(values(null, null))).toBe(true);
    expect(isEmpty(values(null, 0))).toBe(false);
  });

  it('puts the whole first, then the weightiest', () => {
    const series = [
      { ...SERIES, subject: '7', title: 'light', value: 0.1 },
      { ...SERIES, subject: '8', title: 'heavy', value: 0.9 },
      { ...SERIES, subject: null, title: '', value: 0.2 },
    ];
    expect(subjectsOf(series, 'STATEMENTS').map(({ title }) => title)).toEqual(['The whole', 'heavy', 'light']);
    expect(sourcesOf([...series, { ...SERIES, source: 'PROMETHEUS' }])).toEqual(['PROMETHEUS', 'STATEMENTS']);
  });

  it('puts what users feel first, and the rest by name', () => {
    const metrics = ['heap_used_bytes', 'gc_pause_share', 'requests_per_second', 'request_p95_ms'];
    const shown = metrics.map((metric) => ({ ...SERIES, metric })).sort(byWeight);
    expect(shown.map(({ metric }) => metric)).toEqual([
      'request_p95_ms',
      'requests_per_second',
      'gc_pause_share',
      'heap_used_bytes',
    ]);
  });

  it('says names and figures as people do', () => {
    expect(nameOf('request_mean_ms')).toBe('Request mean');
    expect(nameOf('transactions_per_second')).toBe('Transactions');
    expect(formatOf('ms')(12.34)).toBe('12.3 ms');
    expect(formatOf('bytes/s')(2_000_000)).toBe('2 MB/s');
    expect(formatOf('share')(0.5)).toBe('50 %');
    expect(spanOf('168')).toBe(168);
    expect(spanOf('17')).toBe(3);
  });

  it('shows what is usual hour by hour, where it is known', () => {
    expect(bandOf(values(1, 2))).toMatchObject({ low: [0, null], high: [5, null] });
    const [, later] = values(1, 2).buckets;
    expect(bandOf({ ...values(1), buckets: later ? [later] : [] })).toBeNull();
  });

  it('marks runs and changes at every series, a changed level at its own, and alerts for as long as they last', () => {
    const mark = (kind: Mark['kind'], more: Partial<Mark> = {}): Mark => ({
      at: '2026-11-21T08:00:00Z',
      until: null,
      kind,
      runId: null,
      alertId: null,
      seriesId: null,
      words: '',
      ...more,
    });
    const all = [
      mark('RUN'),
      mark('LEVEL', { seriesId: 2 }),
      mark('ALERT', { until: '2026-11-21T08:01:00Z' }),
      mark('ALERT'),
    ];

    expect(marksOf(all, 1)).toHaveLength(1);
    expect(marksOf(all, 2)).toHaveLength(2);
    expect(spansOf(all).map(({ from, to }) => [from, to])).toEqual([
      [1795248000, 1795248060],
      [1795248000, null],
    ]);
  });
});
