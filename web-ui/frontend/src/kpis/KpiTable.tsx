import { useMemo } from 'react';
import { Link } from 'react-router';
import { count, share } from '../format/figures';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import type { Kpis } from './queries';
import { lasting, saidOf, unjudgedAt, unjudgedInWords } from './shown';

const nameOf = ({ target }: Kpis) => target ?? '';

const NOT_KNOWN = <span className="muted">not known</span>;

const time = (heading: string, secondsOf: (kpis: Kpis) => number | null): Column<Kpis> => ({
  heading,
  numeric: true,
  by: secondsOf,
  cell: (row) => lasting(secondsOf(row)) ?? NOT_KNOWN,
});

const columnsOf = (days: number): Column<Kpis>[] => [
  {
    heading: 'Target',
    by: nameOf,
    cell: (row) => (
      <Link to={`/targets/${encodeURIComponent(nameOf(row))}/monitoring`} className="strong ellipsis">
        {nameOf(row)}
      </Link>
    ),
  },
  {
    heading: 'Collected',
    numeric: true,
    by: ({ collectionShare }) => collectionShare,
    cell: ({ collectionShare }) => (collectionShare === null ? NOT_KNOWN : share(collectionShare)),
  },
  { heading: 'Alerts', numeric: true, by: ({ alerts }) => alerts, cell: ({ alerts }) => count(alerts) },
  { heading: 'Real', numeric: true, by: ({ confirmed }) => confirmed, cell: ({ confirmed }) => count(confirmed) },
  { heading: 'Noise', numeric: true, by: ({ dismissed }) => dismissed, cell: ({ dismissed }) => count(dismissed) },
  {
    heading: 'No verdict',
    numeric: true,
    by: (row) => saidOf(row).none,
    cell: (row) => {
      const { none } = saidOf(row);
      return none === 0 ? (
        '0'
      ) : (
        <Link to={unjudgedAt(days, row.target)} aria-label={`${unjudgedInWords(none)} of ${nameOf(row)}`}>
          {count(none)}
        </Link>
      );
    },
  },
  {
    heading: 'Accuracy',
    numeric: true,
    by: ({ accuracyShare }) => accuracyShare,
    cell: ({ accuracyShare }) => (accuracyShare === null ? NOT_KNOWN : share(accuracyShare)),
  },
  time('Told, median', ({ toldP50Seconds }) => toldP50Seconds),
  time('Told, 95\u00a0%', ({ toldP95Seconds }) => toldP95Seconds),
  time('Recovered, median', ({ recoveredP50Seconds }) => recoveredP50Seconds),
  time('Recovered, 95\u00a0%', ({ recoveredP95Seconds }) => recoveredP95Seconds),
];

/** @param days how far back, for the way to the alerts */
export function KpiTable({ rows, days }: { rows: Kpis[]; days: number }) {
  const columns = useMemo(() => columnsOf(days), [days]);
  return (
    <FactTable
      label="targets"
      rows={rows}
      columns={columns}
      keyOf={nameOf}
      textOf={nameOf}
      order={{ heading: 'Target', descending: false }}
    />
  );
}
