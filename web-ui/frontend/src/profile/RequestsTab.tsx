import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { partQuery, partsQuery } from '../api/queries';
import { count, millis } from '../format/figures';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import { callsOf, span, type CallsPerRequest, type CountedRequest } from './requests';

export function RequestsTab({ run }: RunTabProps) {
  const parts = useQuery(partsQuery(run.id));
  return (
    <Loaded query={parts}>
      {(captured) =>
        captured.includes('requests') ? (
          <Counted runId={run.id} />
        ) : (
          <Empty title="No request was counted.">
            Each request is sent alone ahead of the profiling load, to see which statements it runs how often.
          </Empty>
        )
      }
    </Loaded>
  );
}

function Counted({ runId }: { runId: string }) {
  const counted = useQuery(partQuery<CallsPerRequest>(runId, 'requests'));
  return (
    <Loaded query={counted}>
      {({ requests }) => (
        <>
          <p className="muted lead">Counted with each request sent alone, a few times, while nothing else was sent.</p>
          {requests.map((request) => (
            <RequestCalls key={request.name} request={request} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function RequestCalls({ request }: { request: CountedRequest }) {
  return (
    <details className="request-calls">
      <summary>
        <span className="strong">{request.name}</span>
        <span>{count(callsOf(request))} calls</span>
        <span>{request.statements.length} statements</span>
        <span>{millis(request.meanMs)}</span>
        {!request.quiet && <span className="muted">the database was at other work, too</span>}
      </summary>
      <TableContainer className="table-scroll">
        <Table size="sm" aria-label={`Statements of ${request.name}`} className="statement-table">
          <TableHead>
            <TableRow>
              <TableHeader>Statement</TableHeader>
              <TableHeader className="numeric">Calls a request</TableHeader>
              <TableHeader className="numeric">Rows a request</TableHeader>
              <TableHeader className="numeric">Time a request</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {request.statements.map((statement) => (
              <TableRow key={statement.queryId}>
                <TableCell>
                  <code>{statement.query.replace(/\s+/g, ' ')}</code>
                </TableCell>
                <TableCell className="numeric">{span(statement.calls)}</TableCell>
                <TableCell className="numeric">{span(statement.rows)}</TableCell>
                <TableCell className="numeric">{millis(statement.msPerRequest)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </details>
  );
}
