import { useMemo } from 'react';
import type { Series } from '../api/types';
import { LineChart, type ChartLine } from '../charts/LineChart';
import { captured, columnsOf, formatOf } from './series';

const TOKENS = ['--chart-1', '--chart-2', '--chart-3', '--chart-4'];

export interface Drawing {
  title: string;
  /** Each with how its line is called; those that were not sampled are left out. */
  lines: Record<string, string>;
}

/** Several metrics of one unit in one picture; nothing when none was sampled. */
export function SeriesChart({ series, drawing }: { series: Series[]; drawing: Drawing }) {
  const metrics = useMemo(() => captured(series, Object.keys(drawing.lines)), [series, drawing]);
  const columns = useMemo(() => columnsOf(series, metrics), [series, metrics]);
  const lines = useMemo<ChartLine[]>(
    () =>
      metrics.map((metric, index) => ({
        label: drawing.lines[metric] ?? metric,
        token: TOKENS[index % TOKENS.length] ?? '--chart-1',
        dashed: index % 2 === 1,
      })),
    [metrics, drawing],
  );
  const format = useMemo(() => formatOf(metrics[0] ?? ''), [metrics]);
  if (metrics.length === 0) {
    return null;
  }
  return (
    <figure className="chart-figure">
      <figcaption>{drawing.title}</figcaption>
      <LineChart
        title={`${drawing.title}, by the second; the figures are in the table of all series`}
        columns={columns}
        lines={lines}
        height={180}
        format={format}
      />
    </figure>
  );
}
