import type { Series } from '../api/types';
import type { Columns } from '../charts/series';
import { bytes, decimal, millis, rate, share, words } from '../format/figures';

/** How a figure of this metric is written; the unit stands last in its name. */
export function formatOf(metric: string): (value: number) => string {
  const ends = (unit: string) => metric.endsWith(unit);
  if (ends('_bytes_per_second')) {
    return (value) => `${bytes(value)}/s`;
  }
  if (ends('_per_second')) {
    return rate;
  }
  return ends('_share') ? share : ends('_bytes') ? bytes : ends('_ms') ? millis : decimal;
}

export interface Extent {
  metric: string;
  least: number;
  mean: number;
  most: number;
}

/** Counters only ever grow: of them it counts by how much. */
export function isCounter(metric: string): boolean {
  return metric.endsWith('_total');
}

export function extents(series: readonly Series[]): Extent[] {
  return series
    .filter(({ points, metric }) => points.length > 0 && !isCounter(metric))
    .map(({ metric, points }) => {
      const values = points.map(({ value }) => value);
      return {
        metric,
        least: Math.min(...values),
        mean: values.reduce((sum, value) => sum + value, 0) / values.length,
        most: Math.max(...values),
      };
    });
}

/** The metrics asked for by the second, with nothing where one was not sampled in it. */
export function columnsOf(series: readonly Series[], metrics: readonly string[]): Columns {
  const bySecond = metrics.map((metric) => {
    const points = series.find((each) => each.metric === metric)?.points ?? [];
    return new Map(points.map(({ second, value }) => [Math.round(second), value]));
  });
  const seconds = [...new Set(bySecond.flatMap((map) => [...map.keys()]))].sort((one, other) => one - other);
  return [seconds, ...bySecond.map((map) => seconds.map((second) => map.get(second) ?? null))];
}

export function captured(series: readonly Series[], metrics: readonly string[]): string[] {
  return metrics.filter((metric) => series.some((each) => each.metric === metric));
}

/** Without the unit, which its figures have. */
export function nameInWords(metric: string): string {
  return words(metric.replace(/_(share|ms|per_second)$/, ''))
    .replace(/\bcpu\b/i, 'CPU')
    .replace(/\bio\b/, 'I/O');
}
