import {
  Button,
  Search,
  Select,
  SelectItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { statementsQuery } from '../api/queries';
import type { Statement } from '../api/types';
import { count, millis, share } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import { PlanTree } from '../profile/PlanTree';
import { blocksPerCall, chosen, hitRatio, ORDERS, type Order } from './statementOrder';
import type { RunTabProps } from './RunTabs';

/** A run can hold thousands of statements; only what fits a look is put on the page at once. */
const AT_ONCE = 25;
const COLUMNS = 10;

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
          <StatementTable runId={run.id} rows={rows} />
        )
      }
    </Loaded>
  );
}

function StatementTable({ runId, rows }: { runId: string; rows: Statement[] }) {
  const [shown, setShown] = useState(AT_ONCE);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<Order>('Database time');
  const looked = useDeferredValue(words);
  const found = useMemo(() => chosen(rows, looked, order), [rows, looked, order]);
  return (
    <>
      <div className="statement-tools">
        <Search
          size="sm"
          labelText="Find statements"
          placeholder={`Find among ${rows.length} statements`}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          id="statement-order"
          size="sm"
          inline
          labelText="Most first by"
          value={order}
          onChange={(event) => setOrder(event.target.value as Order)}
        >
          {Object.keys(ORDERS).map((name) => (
            <SelectItem key={name} value={name} text={name} />
          ))}
        </Select>
      </div>
      {found.length === 0 && <p className="muted">No statement holds these words.</p>}
      <TableContainer className="table-scroll">
        <Table size="sm" aria-label="Statements" className="statement-table">
          <TableHead>
            <TableRow>
              <TableHeader>Statement</TableHeader>
              <TableHeader className="numeric">Share of DB time</TableHeader>
              <TableHeader className="numeric">Total</TableHeader>
              <TableHeader className="numeric">Calls</TableHeader>
              <TableHeader className="numeric">Mean</TableHeader>
              <TableHeader className="numeric">Rows a call</TableHeader>
              <TableHeader className="numeric">Blocks a call</TableHeader>
              <TableHeader className="numeric">From cache</TableHeader>
              <TableHeader className="numeric">Temp blocks</TableHeader>
              <TableHeader className="numeric">WAL bytes</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {found.slice(0, shown).map((row) => (
              <StatementRow key={row.queryId} runId={runId} row={row} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {found.length > shown && (
        <Button kind="ghost" size="sm" onClick={() => setShown(shown + 4 * AT_ONCE)}>
          Show more ({found.length - shown} left)
        </Button>
      )}
    </>
  );
}

function StatementRow({ runId, row }: { runId: string; row: Statement }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <TableRow>
        <TableCell>
          <button type="button" className="statement-text" aria-expanded={open} onClick={() => setOpen(!open)}>
            <code>{row.query.replace(/\s+/g, ' ')}</code>
          </button>
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
        <TableCell className="numeric">{count(row.rows / Math.max(1, row.calls))}</TableCell>
        <TableCell className="numeric">{count(blocksPerCall(row))}</TableCell>
        <TableCell className="numeric">{share(hitRatio(row))}</TableCell>
        <TableCell className="numeric">{count(row.tempBlks)}</TableCell>
        <TableCell className="numeric">{count(row.walBytes)}</TableCell>
      </TableRow>
      {open && (
        <TableRow>
          <TableCell colSpan={COLUMNS} className="statement-open">
            <pre>{row.query}</pre>
            {row.planFrom ? (
              <PlanTree runId={runId} queryId={String(row.queryId)} />
            ) : (
              <p className="muted">Its plan was not taken: it is not among the heavy ones.</p>
            )}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
