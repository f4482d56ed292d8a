import { useMemo } from 'react';
import type { LoadProgress } from '../api/stored';
import { millis } from '../format/figures';
import { LineChart, type ChartLine } from './LineChart';
import type { Columns } from './series';

const LINES: ChartLine[] = [
  { label: 'p50', token: '--chart-before' },
  { label: 'p95', token: '--cds-interactive' },
  { label: 'p99', token: '--chart-2' },
];

export function LiveChart({ seen }: { seen: LoadProgress[] }) {
  const columns = useMemo<Columns>(
    () => [
      seen.map((each) => each.elapsed),
      seen.map((each) => each.p50Ms ?? null),
      seen.map((each) => each.p95Ms),
      seen.map((each) => each.p99Ms ?? null),
    ],
    [seen],
  );
  return (
    <LineChart
      title="p50, p95 and p99 of the running load test, per second"
      columns={columns}
      lines={LINES}
      height={110}
      format={millis}
    />
  );
}
