import { Link } from 'react-router';
import type { Measured } from '../api/types';
import { millis, rate, share, words } from '../format/figures';
import { fullTime, shortTime } from '../format/times';
import { PHASES } from '../runs/phases';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';

const COLUMNS: Column<Measured>[] = [
  {
    heading: 'Measured',
    by: ({ at }) => at,
    cell: ({ at, runId }) => (
      <Link to={`/runs/${encodeURIComponent(runId)}`} title={fullTime(at)}>
        {shortTime(at)}
      </Link>
    ),
  },
  {
    heading: 'Load',
    by: ({ profile }) => profile,
    cell: ({ profile, phase }) => (
      <>
        {words(profile)} <span className="muted">{PHASES[phase]}</span>
      </>
    ),
  },
  { heading: 'Rate', numeric: true, by: (row) => row.rate, cell: (row) => rate(row.rate) },
  { heading: 'p50', numeric: true, by: ({ p50Ms }) => p50Ms, cell: ({ p50Ms }) => millis(p50Ms) },
  { heading: 'p95', numeric: true, by: ({ p95Ms }) => p95Ms, cell: ({ p95Ms }) => millis(p95Ms) },
  { heading: 'p99', numeric: true, by: ({ p99Ms }) => p99Ms, cell: ({ p99Ms }) => millis(p99Ms) },
  { heading: 'Throughput', numeric: true, by: ({ throughput }) => throughput, cell: (row) => rate(row.throughput) },
  { heading: 'Errors', numeric: true, by: ({ errorRate }) => errorRate, cell: ({ errorRate }) => share(errorRate) },
];

export function MeasuredTable({ measured }: { measured: Measured[] }) {
  return (
    <section className="block">
      <h2>Measurements</h2>
      <FactTable
        label="measurements"
        rows={measured}
        columns={COLUMNS}
        keyOf={({ loadTestId }) => loadTestId}
        textOf={({ profile, phase, runId }) => `${profile} ${PHASES[phase]} ${runId}`}
        order={{ heading: 'Measured', descending: true }}
      />
    </section>
  );
}
