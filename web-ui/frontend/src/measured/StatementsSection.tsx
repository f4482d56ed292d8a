import { Select, SelectItem } from '@carbon/react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { getJson } from '../api/http';
import { keys } from '../api/keys';
import type { LoadProfile, StatementChange } from '../api/types';
import { bytes, count, effect, millis, words } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { differencePct } from './differences';
import { blocks, lacking, meanMs, of, wal, type PerCall } from './statementChanges';

const changesQuery = (runId: string, profile: LoadProfile) =>
  queryOptions({
    queryKey: [...keys.statements(runId), 'before-after', profile],
    queryFn: ({ signal }) =>
      getJson<StatementChange[]>(
        `/api/runs/${encodeURIComponent(runId)}/statements/before-after?profile=${profile}`,
        signal,
      ),
  });

const difference = ({ before, after }: StatementChange) => differencePct(of(before, meanMs), of(after, meanMs));

function pair(heading: string, figure: PerCall, format: (value: number | null) => string): Column<StatementChange>[] {
  return (['before', 'after'] as const).map((side) => ({
    heading: `${heading}, ${side}`,
    numeric: true,
    by: (row: StatementChange) => of(row[side], figure),
    cell: (row: StatementChange) => format(of(row[side], figure)),
  }));
}

const COLUMNS: Column<StatementChange>[] = [
  { heading: 'Statement', by: ({ query }) => query, cell: ({ query }) => <code>{query.replace(/\s+/g, ' ')}</code> },
  ...pair('Mean', meanMs, millis),
  { heading: 'Difference', numeric: true, by: difference, cell: (row) => effect(difference(row)) },
  ...pair('Blocks a call', blocks, count),
  ...pair('WAL a call', wal, bytes),
  ...pair('Calls', ({ calls }) => calls, count),
];

const SAID = {
  BOTH: 'No statement was counted during these load tests: the target does not count them (pg_stat_statements), or an earlier version of Perfloop drove the load.',
  BEFORE: 'Before the change no statement was counted, so there is nothing to set the figures against.',
  AFTER: 'After the change no statement was counted, so there is nothing to set against the figures from before.',
} as const;

interface StatementsSectionProps {
  runId: string;
  profiles: LoadProfile[];
}

/** What each statement cost the database before and after, under the same load. */
export function StatementsSection({ runId, profiles }: StatementsSectionProps) {
  const [profile, setProfile] = useState<LoadProfile>(profiles[0] ?? 'BASELINE');
  const changes = useQuery(changesQuery(runId, profile));
  return (
    <section className="block">
      <h3>Statements</h3>
      {profiles.length > 1 && (
        <div className="choices">
          <Select
            id="statements-profile"
            size="sm"
            inline
            labelText="Under the load"
            value={profile}
            onChange={(event) => setProfile(event.target.value as LoadProfile)}
          >
            {profiles.map((each) => (
              <SelectItem key={each} value={each} text={words(each)} />
            ))}
          </Select>
        </div>
      )}
      <Loaded query={changes}>{(rows) => <Changes key={profile} runId={runId} rows={rows} />}</Loaded>
    </section>
  );
}

function Changes({ runId, rows }: { runId: string; rows: StatementChange[] }) {
  const missing = lacking(rows);
  return (
    <>
      <p className="muted small">
        {missing
          ? SAID[missing]
          : 'Of the test that stands for each side, its warm-up included. A difference here is not a verdict.'}{' '}
        <Link to={`/runs/${encodeURIComponent(runId)}/statements`}>Statements of the profiling load</Link>
      </p>
      {rows.length > 0 && (
        <FactTable
          label="statements before and after"
          className="statement-table"
          rows={rows}
          columns={COLUMNS}
          keyOf={({ queryId }) => queryId}
          textOf={({ query }) => query}
          order={{ heading: 'Mean, before', descending: true }}
          more={({ query }) => <pre>{query}</pre>}
        />
      )}
    </>
  );
}
