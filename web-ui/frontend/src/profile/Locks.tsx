import { count, decimal } from '../format/figures';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { lockInWords, type LockWait, type OpenTransaction } from './server';

const oneLine = (query: string) => query.replace(/\s+/g, ' ').trim();
const seconds = (value: number) => `${decimal(value)} s`;

const LOCKS: Column<LockWait>[] = [
  {
    heading: 'Waiting statement',
    by: (row) => row.waitingQuery,
    cell: (row) => <code>{oneLine(row.waitingQuery)}</code>,
  },
  { heading: 'For', by: lockInWords, cell: lockInWords },
  { heading: 'Held by', by: ({ holder }) => holder, cell: ({ holder }) => holder },
  { heading: 'Which was', by: (row) => row.holderState, cell: (row) => row.holderState },
  { heading: 'Seen waiting', numeric: true, by: ({ waits }) => waits, cell: ({ waits }) => count(waits) },
  { heading: 'Held for', numeric: true, by: (row) => row.holderSeconds, cell: (row) => seconds(row.holderSeconds) },
];

export function Locks({ waits }: { waits: LockWait[] }) {
  return (
    <section className="block">
      <h3>Locks and who held them</h3>
      {waits.length === 0 ? (
        <p className="muted">No session was seen waiting for a lock.</p>
      ) : (
        <FactTable
          label="lock waits"
          className="statement-table"
          rows={waits}
          columns={LOCKS}
          keyOf={(row) => JSON.stringify(row)}
          textOf={(row) =>
            `${row.waitingQuery} ${lockInWords(row)} ${row.holder} ${row.holderState} ${row.holderQuery}`
          }
          order={{ heading: 'Seen waiting', descending: true }}
          more={(row) => (
            <>
              <p className="strong">Waiting</p>
              <pre>{row.waitingQuery}</pre>
              <p className="strong">Held by {row.holder}, whose last statement was</p>
              <pre>{row.holderQuery || 'not known'}</pre>
            </>
          )}
        />
      )}
    </section>
  );
}

const TRANSACTIONS: Column<OpenTransaction>[] = [
  {
    heading: 'Last statement',
    by: (row) => row.lastQuery,
    cell: (row) => <code>{oneLine(row.lastQuery) || '–'}</code>,
  },
  { heading: 'Session', by: (row) => row.application, cell: (row) => row.application },
  { heading: 'Was', by: ({ state }) => state, cell: ({ state }) => state },
  { heading: 'Open for', numeric: true, by: (row) => row.longestSeconds, cell: (row) => seconds(row.longestSeconds) },
  { heading: 'Times seen', numeric: true, by: ({ samples }) => samples, cell: ({ samples }) => count(samples) },
  { heading: 'Transactions held back', numeric: true, by: (row) => row.heldBack, cell: (row) => count(row.heldBack) },
];

export function OpenTransactions({ rows }: { rows: OpenTransaction[] }) {
  return (
    <section className="block">
      <h3>Open transactions</h3>
      {rows.length === 0 ? (
        <p className="muted">No transaction was seen open between two statements.</p>
      ) : (
        <FactTable
          label="open transactions"
          className="statement-table"
          rows={rows}
          columns={TRANSACTIONS}
          keyOf={(row) => JSON.stringify(row)}
          textOf={(row) => `${row.application} ${row.state} ${row.lastQuery}`}
          order={{ heading: 'Open for', descending: true }}
          more={(row) => <pre>{row.lastQuery || 'Its statement is not known.'}</pre>}
        />
      )}
    </section>
  );
}
