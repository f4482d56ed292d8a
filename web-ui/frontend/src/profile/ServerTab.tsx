import { useQuery } from '@tanstack/react-query';
import { databaseQuery, partQuery, partsQuery } from '../api/queries';
import type { Database, Run } from '../api/types';
import { duration } from '../format/times';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { Facts } from './Facts';
import { Locks, OpenTransactions } from './Locks';
import { NotCaptured } from './NotCaptured';
import type { ServerFacts } from './server';
import { CheckpointFacts, IoTable, WorkFacts } from './ServerWork';
import { SessionsChart } from './SessionsChart';
import { Settings } from './Settings';
import { Waits } from './Waits';

export function ServerTab({ run }: RunTabProps) {
  const database = useQuery(databaseQuery(run.id));
  return (
    <Loaded query={database}>
      {(profiled) =>
        profiled === null ? (
          <NotCaptured run={run} what="The database server was not watched." />
        ) : (
          <Server run={run} database={profiled} />
        )
      }
    </Loaded>
  );
}

function Server({ run, database }: { run: Run; database: Database }) {
  const parts = useQuery(partsQuery(run.id));
  return (
    <>
      <Facts
        rows={[
          ['PostgreSQL', database.serverVersion],
          ['Watched for', duration(Date.parse(database.to) - Date.parse(database.from))],
        ]}
      />
      <section className="block">
        <h3>What sessions at work waited for</h3>
        <Waits waits={database.waits} />
        <SessionsChart runId={run.id} />
      </section>
      <Loaded query={parts}>
        {(captured) =>
          captured.includes('server') ? (
            <Watched runId={run.id} />
          ) : (
            <section className="block">
              <NotCaptured run={run} what="Locks, transactions and checkpoints were not watched." />
            </section>
          )
        }
      </Loaded>
      <section className="block">
        <h3>Settings that matter</h3>
        <Settings settings={database.settings} />
      </section>
    </>
  );
}

function Watched({ runId }: { runId: string }) {
  const server = useQuery(partQuery<ServerFacts>(runId, 'server'));
  return (
    <Loaded query={server}>
      {({ lockWaits, openTransactions, work, checkpoints, io, extensions }) => (
        <>
          <Locks waits={lockWaits} />
          <OpenTransactions rows={openTransactions} />
          <WorkFacts work={work} />
          <CheckpointFacts checkpoints={checkpoints} />
          <IoTable rows={io} />
          <section className="block">
            <h3>Extensions</h3>
            <p>{extensions.length > 0 ? extensions.join(', ') : 'None is installed in the target’s database.'}</p>
          </section>
        </>
      )}
    </Loaded>
  );
}
