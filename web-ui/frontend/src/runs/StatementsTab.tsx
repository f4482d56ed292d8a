import { Button, Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { statementsQuery } from '../api/queries';
import type { Statement } from '../api/types';
import { count, millis, share } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import type { RunTabProps } from './RunTabs';

/** A run can hold thousands of statements; only what fits a look is put on the page at once. */
const AT_ONCE = 25;

export function StatementsTab({ run }: RunTabProps) {
  const statements = useQuery(statementsQuery(run.id));
  return (
    <Loaded query={statements}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title="No statement statistics.">
            {run.status === 'ENDED'
              ? 'None were captured; "Not looked at" under Findings says why.'
              : 'They appear once the profiling load has been driven. The target needs pg_stat_statements.'}
          </Empty>
        ) : (
          <StatementTable rows={rows} />
        )
      }
    </Loaded>
  );
}

function StatementTable({ rows }: { rows: Statement[] }) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <TableContainer className="table-scroll">
        <Table size="sm" aria-label="Statements by database time" className="statement-table">
          <TableHead>
            <TableRow>
              <TableHeader>Statement</TableHeader>
              <TableHeader className="numeric">Share of DB time</TableHeader>
              <TableHeader className="numeric">Total</TableHeader>
              <TableHeader className="numeric">Calls</TableHeader>
              <TableHeader className="numeric">Mean</TableHeader>
              <TableHeader className="numeric">Rows</TableHeader>
              <TableHeader className="numeric">Blocks hit</TableHeader>
              <TableHeader className="numeric">Blocks read</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.slice(0, shown).map((row) => (
              <StatementRow key={row.queryId} row={row} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length > shown && (
        <Button kind="ghost" size="sm" onClick={() => setShown(shown + 4 * AT_ONCE)}>
          Show more ({rows.length - shown} left)
        </Button>
      )}
    </>
  );
}

function StatementRow({ row }: { row: Statement }) {
  return (
    <TableRow>
      <TableCell>
        <details className="statement">
          <summary>
            <code>{row.query.replace(/\s+/g, ' ')}</code>
          </summary>
          <pre>{row.query}</pre>
        </details>
      </TableCell>
      <TableCell className="numeric">
        <div className="share">
          <meter min={0} max={1} value={row.dbTimeShare} aria-hidden />
          <span>{share(row.dbTimeShare)}</span>
        </div>
      </TableCell>
      <TableCell className="numeric">{millis(row.totalMs)}</TableCell>
      <TableCell className="numeric">{count(row.calls)}</TableCell>
      <TableCell className="numeric">{millis(row.meanMs)}</TableCell>
      <TableCell className="numeric">{count(row.rows)}</TableCell>
      <TableCell className="numeric">{count(row.sharedBlksHit)}</TableCell>
      <TableCell className="numeric">{count(row.sharedBlksRead)}</TableCell>
    </TableRow>
  );
}
