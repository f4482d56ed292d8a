import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PlotChart } from '../charts/PlotChart';
import type { Plot } from '../charts/plotOptions';
import { shortTime } from '../format/times';
import { Loaded } from '../shell/Loaded';
import { valuesQuery } from './queries';
import { bandOf, columnsOf, formatOf, isEmpty, marksOf, nameOf, spansOf } from './shown';
import type { Mark, MonitoredSeries, SeriesValues } from './types';

interface MonitoredChartProps {
  target: string;
  series: MonitoredSeries;
  hours: number;
  marks: Mark[];
}

/** A series over time, with what is usual at each hour of the week behind it. */
export function MonitoredChart({ target, series, hours, marks }: MonitoredChartProps) {
  const values = useQuery(valuesQuery(target, series.id, hours));
  const format = formatOf(series.unit);
  return (
    <figure className="chart-figure">
      <figcaption>
        {nameOf(series.metric)}
        {series.value !== null && <span className="muted"> {format(series.value)} now</span>}
        {series.usual && (
          <span className="muted">
            , usually {format(Math.max(0, series.usual.low))} to {format(series.usual.high)} at this hour
          </span>
        )}
      </figcaption>
      <Loaded query={values}>
        {(data) =>
          isEmpty(data) ? (
            <p className="muted small">No reading in this time.</p>
          ) : (
            <Drawn values={data} marks={marks} />
          )
        }
      </Loaded>
    </figure>
  );
}

function Drawn({ values, marks }: { values: SeriesValues; marks: Mark[] }) {
  const { id, unit, metric } = values.series;
  const columns = useMemo(() => columnsOf(values), [values]);
  const plot = useMemo<Plot>(() => {
    const format = formatOf(unit);
    return {
      lines: [
        { label: 'Mean', token: '--chart-after', broken: true },
        { label: 'Highest', token: '--chart-before', dashed: true, broken: true },
      ],
      x: { label: 'Time', format: (second) => shortTime(new Date(second * 1000).toISOString()), time: true },
      y: { label: nameOf(metric), format },
      marks: marksOf(marks, id),
      spans: spansOf(marks),
      band: bandOf(values),
    };
  }, [id, unit, metric, marks, values]);
  return (
    <PlotChart
      title={`${nameOf(metric)} over time, one point every ${values.stepSeconds} s`}
      columns={columns}
      plot={plot}
      height={200}
    />
  );
}
