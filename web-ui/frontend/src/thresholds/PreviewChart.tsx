import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PlotChart } from '../charts/PlotChart';
import type { Plot } from '../charts/plotOptions';
import { shortTime } from '../format/times';
import { valuesQuery } from '../monitoring/queries';
import { bandOf, columnsOf, formatOf, isEmpty, nameOf } from '../monitoring/shown';
import { Loaded } from '../shell/Loaded';
import type { Firing, SeriesThreshold, Wish } from './queries';

interface PreviewChartProps {
  target: string;
  series: SeriesThreshold;
  days: number;
  wish: Wish | null;
  firings: Firing[];
}

/** The past of the series, with the threshold across it and the times in which it would have fired behind it. */
export function PreviewChart({ target, series: { id, metric, unit }, days, wish, firings }: PreviewChartProps) {
  const values = useQuery(valuesQuery(target, id, days * 24));
  const columns = useMemo(() => (values.data ? columnsOf(values.data) : null), [values.data]);
  const plot = useMemo<Plot>(
    () => ({
      lines: [
        { label: 'Mean', token: '--chart-after', broken: true },
        { label: 'Highest', token: '--chart-before', dashed: true, broken: true },
      ],
      x: { label: 'Time', format: (second) => shortTime(new Date(second * 1000).toISOString()), time: true },
      y: { label: nameOf(metric), format: formatOf(unit) },
      band: values.data ? bandOf(values.data) : null,
      levels: wish
        ? [
            { at: wish.warning, token: '--chart-4' },
            { at: wish.critical, token: '--chart-2' },
          ]
        : [],
      spans: firings.map(({ firedAt, endedAt }) => ({
        from: Date.parse(firedAt) / 1000,
        to: endedAt ? Date.parse(endedAt) / 1000 : null,
        token: '--chart-2',
      })),
    }),
    [metric, unit, wish, firings, values.data],
  );
  return (
    <Loaded query={values}>
      {(data) =>
        isEmpty(data) || !columns ? (
          <p className="muted small">No reading in this time.</p>
        ) : (
          <PlotChart
            title={`${nameOf(metric)} of the last ${days} days, with the threshold and the times in which it would have fired`}
            columns={columns}
            plot={plot}
            height={260}
          />
        )
      }
    </Loaded>
  );
}
