import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Metric } from '../api/types';
import { PlotChart } from '../charts/PlotChart';
import type { Plot } from '../charts/plotOptions';
import { rate, words } from '../format/figures';
import { shortTime } from '../format/times';
import { METRICS } from '../runs/beforeAfter';
import { markOf, type Event, type Trend } from './trends';

interface TrendChartProps {
  trend: Trend;
  metric: Metric;
  events: Event[];
}

/** A metric of one profile over time; a click on a point opens its run. */
export function TrendChart({ trend: { profile, rates, points, columns }, metric, events }: TrendChartProps) {
  const navigate = useNavigate();
  const { label, format } = METRICS[metric];
  const plot = useMemo<Plot>(
    () => ({
      lines: [{ label, token: '--chart-after', points: true }],
      x: { label: 'Time', format: (second) => shortTime(new Date(second * 1000).toISOString()), time: true },
      y: { label, format },
      marks: events.map(markOf),
    }),
    [label, format, events],
  );
  const open = (index: number) => {
    const point = points[index];
    if (point) {
      void navigate(`/runs/${encodeURIComponent(point.runId)}/before-after`);
    }
  };
  return (
    <figure className="chart-figure">
      <figcaption>
        {words(profile)} load at {rates.map(rate).join(', ')}
        {rates.length > 1 && ': points at different rates are not comparable'}
      </figcaption>
      <PlotChart
        title={`${label} under ${profile.toLowerCase()} load over time; the figures are in the table of measurements`}
        columns={columns}
        plot={plot}
        height={260}
        onPick={open}
      />
    </figure>
  );
}
