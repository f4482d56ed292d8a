import type { IndexFacts, TableFacts } from '../api/stored';
import { bytes, count, share } from '../format/figures';
import { shortTime } from '../format/times';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { IndexTable } from './IndexTable';
import { bloatShare, deadShare, kindOf, nameOf, ofTable, rowsPerSequentialScan, written } from './tables';

const COLUMNS: Column<TableFacts>[] = [
  {
    heading: 'Table',
    by: nameOf,
    cell: (table) => (
      <>
        <code>{nameOf(table)}</code> <span className="muted">{kindOf(table)}</span>
      </>
    ),
  },
  { heading: 'Size', numeric: true, by: ({ sizeBytes }) => sizeBytes, cell: ({ sizeBytes }) => bytes(sizeBytes) },
  {
    heading: 'Rows',
    numeric: true,
    by: ({ rows }) => (rows < 0 ? null : rows),
    cell: ({ rows }) => (rows < 0 ? 'not known' : count(rows)),
  },
  {
    heading: 'Rows read in sequence',
    numeric: true,
    by: ({ sequentialRows }) => sequentialRows,
    cell: ({ sequentialRows }) => count(sequentialRows),
  },
  {
    heading: 'Sequential scans',
    numeric: true,
    by: ({ sequentialScans }) => sequentialScans,
    cell: ({ sequentialScans }) => count(sequentialScans),
  },
  {
    heading: 'Index scans',
    numeric: true,
    by: ({ indexScans }) => indexScans,
    cell: ({ indexScans }) => count(indexScans),
  },
  { heading: 'Rows written', numeric: true, by: written, cell: (table) => count(written(table)) },
  {
    heading: 'Dead rows',
    numeric: true,
    by: deadShare,
    cell: (table) => share(deadShare(table)),
  },
  { heading: 'Bloat', numeric: true, by: bloatShare, cell: (table) => share(bloatShare(table)) },
];

/** Most rows read in sequence first: that is what an index spares. */
export function TableTable({ rows, indexes }: { rows: TableFacts[]; indexes: IndexFacts[] }) {
  return (
    <FactTable
      label="tables"
      rows={rows}
      columns={COLUMNS}
      keyOf={nameOf}
      textOf={(table) => `${nameOf(table)} ${kindOf(table)}`}
      order={{ heading: 'Rows read in sequence', descending: true }}
      more={(table) => <TableMore table={table} indexes={ofTable(indexes, table)} />}
    />
  );
}

function TableMore({ table, indexes }: { table: TableFacts; indexes: IndexFacts[] }) {
  const { inserted, updated, deleted, upkeep, pages } = table;
  const facts: [string, string][] = [
    ['Rows a sequential scan', count(rowsPerSequentialScan(table))],
    ['Inserted, updated, deleted', `${count(inserted)}, ${count(updated)}, ${count(deleted)}`],
    ['Updates without index entry', count(upkeep.hotUpdated)],
    ['Dead rows', `${count(upkeep.deadRows)} beside ${count(upkeep.liveRows)} live ones`],
    [
      'Pages',
      `${count(pages)}, ${upkeep.expectedPages === 0 ? 'needed not known' : `${count(upkeep.expectedPages)} needed`}`,
    ],
    ['Changed since analysed', count(upkeep.modifiedSinceAnalyse)],
    ['Last analysed', upkeep.lastAnalysed ? shortTime(upkeep.lastAnalysed) : 'not known'],
    ['Last vacuumed', upkeep.lastVacuumed ? shortTime(upkeep.lastVacuumed) : 'not known'],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {indexes.length > 0 ? (
        <IndexTable label={`indexes of ${nameOf(table)}`} rows={indexes} />
      ) : (
        <p className="muted">It has no index.</p>
      )}
    </>
  );
}
