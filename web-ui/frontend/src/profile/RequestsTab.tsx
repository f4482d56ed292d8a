import { useQuery } from '@tanstack/react-query';
import { partQuery, partsQuery } from '../api/queries';
import { counted, millis } from '../format/figures';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { NotCaptured } from './NotCaptured';
import { callsOf, mean, span, type CallsPerRequest, type CountedRequest, type CountedStatement } from './requests';

const COLUMNS: Column<CountedStatement>[] = [
  { heading: 'Statement', by: ({ query }) => query, cell: ({ query }) => <code>{query.replace(/\s+/g, ' ')}</code> },
  { heading: 'Calls a request', numeric: true, by: ({ calls }) => mean(calls), cell: ({ calls }) => span(calls) },
  { heading: 'Rows a request', numeric: true, by: ({ rows }) => mean(rows), cell: ({ rows }) => span(rows) },
  {
    heading: 'Time a request',
    numeric: true,
    by: ({ msPerRequest }) => msPerRequest,
    cell: ({ msPerRequest }) => millis(msPerRequest),
  },
];

export function RequestsTab({ run }: RunTabProps) {
  const parts = useQuery(partsQuery(run.id));
  return (
    <Loaded query={parts}>
      {(captured) =>
        captured.includes('requests') ? (
          <Counted runId={run.id} />
        ) : (
          <NotCaptured run={run} what="No request was counted." />
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
        <span>{counted(callsOf(request), 'call')}</span>
        <span>{counted(request.statements.length, 'statement')}</span>
        <span>{millis(request.meanMs)}</span>
        {!request.quiet && <span className="muted">the database was at other work, too</span>}
      </summary>
      {request.statements.length === 0 ? (
        <p className="muted">It ran no statement.</p>
      ) : (
        <FactTable
          label={`statements of ${request.name}`}
          className="statement-table"
          rows={request.statements}
          columns={COLUMNS}
          keyOf={({ queryId }) => String(queryId)}
          textOf={({ query }) => query}
          order={{ heading: 'Time a request', descending: true }}
          more={({ query }) => <pre>{query}</pre>}
        />
      )}
    </details>
  );
}
