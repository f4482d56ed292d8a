import { useQuery } from '@tanstack/react-query';
import { statementsQuery } from '../api/queries';
import type { Statement } from '../api/types';
import { bytes, count, millis, share } from '../format/figures';
import { NotCaptured } from '../profile/NotCaptured';
import { PlanTree } from '../profile/PlanTree';
import { Loaded } from '../shell/Loaded';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import type { RunTabProps } from './RunTabs';
import { blocksPerCall, hitRatio, rowsPerCall } from './statements';

const COLUMNS: Column<Statement>[] = [
  { heading: 'Statement', by: ({ query }) => query, cell: ({ query }) => <code>{query.replace(/\s+/g, ' ')}</code> },
  {
    heading: 'Share of DB time',
    numeric: true,
    by: (row) => row.dbTimeShare,
    cell: (row) => (
      <div className="share">
        <meter min={0} max={1} value={row.dbTimeShare} aria-hidden />
        <span>{share(row.dbTimeShare)}</span>
      </div>
    ),
  },
  { heading: 'Total', numeric: true, by: ({ totalMs }) => totalMs, cell: ({ totalMs }) => millis(totalMs) },
  { heading: 'Calls', numeric: true, by: ({ calls }) => calls, cell: ({ calls }) => count(calls) },
  { heading: 'Mean', numeric: true, by: ({ meanMs }) => meanMs, cell: ({ meanMs }) => millis(meanMs) },
  { heading: 'Rows a call', numeric: true, by: rowsPerCall, cell: (row) => count(rowsPerCall(row)) },
  { heading: 'Blocks a call', numeric: true, by: blocksPerCall, cell: (row) => count(blocksPerCall(row)) },
  { heading: 'From cache', numeric: true, by: hitRatio, cell: (row) => share(hitRatio(row)) },
  { heading: 'Temp blocks', numeric: true, by: ({ tempBlks }) => tempBlks, cell: ({ tempBlks }) => count(tempBlks) },
  { heading: 'WAL', numeric: true, by: ({ walBytes }) => walBytes, cell: ({ walBytes }) => bytes(walBytes) },
];

export function StatementsTab({ run }: RunTabProps) {
  const statements = useQuery(statementsQuery(run.id));
  return (
    <Loaded query={statements}>
      {(rows) =>
        rows.length === 0 ? (
          <NotCaptured run={run} what="There are no statement statistics." />
        ) : (
          <>
            <p className="lead muted">
              What each statement did while the profiling load was driven, ahead of any change.
            </p>
            <FactTable
              label="statements"
              className="statement-table"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ queryId }) => String(queryId)}
              textOf={({ query }) => query}
              order={{ heading: 'Total', descending: true }}
              more={(row) => <StatementMore runId={run.id} row={row} />}
            />
          </>
        )
      }
    </Loaded>
  );
}

function StatementMore({ runId, row }: { runId: string; row: Statement }) {
  return (
    <>
      <pre>{row.query}</pre>
      {row.planFrom ? (
        <PlanTree runId={runId} queryId={String(row.queryId)} />
      ) : (
        <p className="muted">Its plan was not taken: it is not among the heavy ones.</p>
      )}
    </>
  );
}
