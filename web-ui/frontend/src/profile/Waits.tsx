import { count, share } from '../format/figures';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { waited, type Waited } from './server';

const COLUMNS: Column<Waited>[] = [
  { heading: 'Waited for', by: ({ type }) => type, cell: ({ type }) => (type === 'CPU' ? 'nothing: at work' : type) },
  { heading: 'Event', by: ({ event }) => event, cell: ({ event }) => <code>{event}</code> },
  { heading: 'Samples', numeric: true, by: ({ samples }) => samples, cell: ({ samples }) => count(samples) },
  {
    heading: 'Share',
    numeric: true,
    by: (row) => row.share,
    cell: (row) => (
      <div className="share">
        <meter min={0} max={1} value={row.share} aria-hidden />
        <span>{share(row.share)}</span>
      </div>
    ),
  },
];

export function Waits({ waits }: { waits: Record<string, number> }) {
  const rows = waited(waits);
  return rows.length === 0 ? (
    <p className="muted">No session was seen at work; each look was between two statements.</p>
  ) : (
    <FactTable
      label="waits"
      rows={rows}
      columns={COLUMNS}
      keyOf={({ type, event }) => `${type} ${event}`}
      textOf={({ type, event }) => `${type} ${event}`}
      order={{ heading: 'Share', descending: true }}
    />
  );
}
