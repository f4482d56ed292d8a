import { useMemo } from 'react';
import type { LoadProgress } from '../api/stored';
import { millis } from '../format/figures';
import { LineChart, type ChartLine } from './LineChart';
import type { Columns } from './series';

const LINES: ChartLine[] = [{ label: 'p95', token: '--cds-interactive' }];

export function LiveChart({ seen }: { seen: LoadProgress[] }) {
  const columns = useMemo<Columns>(() => [seen.map((each) => each.elapsed), seen.map((each) => each.p95Ms)], [seen]);
  return (
    <LineChart
      title="p95 of the running load test, per second"
      columns={columns}
      lines={LINES}
      height={110}
      format={millis}
      legend={false}
    />
  );
}
