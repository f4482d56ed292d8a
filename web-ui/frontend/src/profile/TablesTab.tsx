import { useQuery } from '@tanstack/react-query';
import { indexesQuery, tablesQuery } from '../api/queries';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { NotCaptured } from './NotCaptured';
import { IndexTable } from './IndexTable';
import { TableTable } from './TableTable';

export function TablesTab({ run }: RunTabProps) {
  const tables = useQuery(tablesQuery(run.id));
  const indexes = useQuery(indexesQuery(run.id));
  return (
    <Loaded query={tables}>
      {(rows) =>
        rows.length === 0 ? (
          <NotCaptured run={run} what="No table was looked at." />
        ) : (
          <Loaded query={indexes}>
            {(theirs) => (
              <>
                <p className="lead muted">Scans and rows written are those while the profiling load was driven.</p>
                <section>
                  <h3>Tables</h3>
                  <TableTable rows={rows} indexes={theirs} />
                </section>
                <section className="block">
                  <h3>Indexes</h3>
                  <IndexTable label="indexes" rows={theirs} />
                </section>
              </>
            )}
          </Loaded>
        )
      }
    </Loaded>
  );
}
