import { useQuery } from '@tanstack/react-query';
import { statementsQuery } from '../api/queries';
import type { StatementDetails } from '../api/stored';
import type { Statement } from '../api/types';
import { bytes, count, millis, share } from '../format/figures';
import { NotCaptured } from '../profile/NotCaptured';
import { Facts } from '../profile/Facts';
import { PlanTree } from '../profile/PlanTree';
import { originOf } from '../profile/planTree';
import { Loaded } from '../shell/Loaded';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import type { RunTabProps } from './RunTabs';
import { blocksPerCall, hitRatio, isCounted, known, rowsPerCall } from './statements';

const calls = known((row) => row.calls);
const meanMs = known((row) => row.meanMs);
const tempBlocks = known((row) => row.tempBlks);
const walBytes = known((row) => row.walBytes);

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
  { heading: 'Calls', numeric: true, by: calls, cell: (row) => count(calls(row)) },
  { heading: 'Mean', numeric: true, by: meanMs, cell: (row) => millis(meanMs(row)) },
  { heading: 'Rows a call', numeric: true, by: rowsPerCall, cell: (row) => count(rowsPerCall(row)) },
  { heading: 'Blocks a call', numeric: true, by: blocksPerCall, cell: (row) => count(blocksPerCall(row)) },
  { heading: 'From cache', numeric: true, by: hitRatio, cell: (row) => share(hitRatio(row)) },
  { heading: 'Temp blocks', numeric: true, by: tempBlocks, cell: (row) => count(tempBlocks(row)) },
  { heading: 'WAL', numeric: true, by: walBytes, cell: (row) => bytes(walBytes(row)) },
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
              {!rows.some(isCounted) &&
                ' The target does not count statements: time is estimated from samples of its sessions, and how often each ran is not known.'}
            </p>
            <FactTable
              label="statements"
              className="statement-table"
              rows={rows}
              columns={COLUMNS}
              keyOf={({ queryId }) => queryId}
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
      {row.details.maxMs !== undefined && <Details details={row.details} />}
      {row.planFrom ? (
        <>
          <p className="muted">{originOf(row.planFrom)}</p>
          <PlanTree runId={runId} queryId={row.queryId} />
        </>
      ) : (
        <p className="muted">Its plan was not taken: it is not among the heavy ones.</p>
      )}
    </>
  );
}

function Details({ details }: { details: Partial<StatementDetails> }) {
  return (
    <Facts
      rows={[
        ['Longest call since the reset', millis(details.maxMs)],
        ['Spread', millis(details.stddevMs)],
        ['Planning', millis(details.planMs)],
        ['Reading blocks', millis(details.readMs)],
        ['Writing blocks', millis(details.writeMs)],
        ['JIT', millis(details.jitMs)],
        ['Blocks changed', count(details.blocksDirtied)],
        ['Temp blocks written, read', `${count(details.tempWritten)}, ${count(details.tempRead)}`],
      ]}
    />
  );
}
