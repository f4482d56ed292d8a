import { bytes, count, millis, share } from '../format/figures';
import { duration } from '../format/times';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { Facts } from './Facts';
import { cacheHits, type Checkpoints, type DatabaseWork, type IoWork } from './server';

const UNREAD = 'This could not be read; "Not looked at" says why.';

export function WorkFacts({ work }: { work: DatabaseWork | null }) {
  return (
    <section className="block">
      <h3>Work in the target’s database</h3>
      {work ? (
        <Facts
          rows={[
            ['Commits', count(work.commits)],
            ['Rollbacks', count(work.rollbacks)],
            ['Blocks from cache', share(cacheHits(work))],
            ['Blocks read', count(work.blocksRead)],
            ['Time reading', millis(work.readMs)],
            ['Time writing', millis(work.writeMs)],
            ['Temporary files', `${count(work.tempFiles)}, ${bytes(work.tempBytes)}`],
            ['Deadlocks', count(work.deadlocks)],
          ]}
        />
      ) : (
        <p className="muted">{UNREAD}</p>
      )}
    </section>
  );
}

export function CheckpointFacts({ checkpoints }: { checkpoints: Checkpoints | null }) {
  return (
    <section className="block">
      <h3>Checkpoints</h3>
      {checkpoints ? (
        <Facts
          rows={[
            ['By the clock', count(checkpoints.timed)],
            ['Forced by WAL', count(checkpoints.requested)],
            ['Writing', millis(checkpoints.writeMs)],
            ['Syncing', millis(checkpoints.syncMs)],
            ['Blocks written by them', count(checkpoints.buffersByCheckpointer)],
            ['Blocks written by sessions', count(checkpoints.buffersByBackends)],
            ['Watched for', duration(1000 * checkpoints.seconds)],
          ]}
        />
      ) : (
        <p className="muted">{UNREAD}</p>
      )}
    </section>
  );
}

const IO: Column<IoWork>[] = [
  { heading: 'By', by: (row) => row.backendType, cell: (row) => row.backendType },
  { heading: 'As', by: ({ context }) => context, cell: ({ context }) => context },
  { heading: 'Reads', numeric: true, by: ({ reads }) => reads, cell: ({ reads }) => count(reads) },
  { heading: 'Time reading', numeric: true, by: ({ readMs }) => readMs, cell: ({ readMs }) => millis(readMs) },
  { heading: 'Writes', numeric: true, by: ({ writes }) => writes, cell: ({ writes }) => count(writes) },
  { heading: 'Time writing', numeric: true, by: ({ writeMs }) => writeMs, cell: ({ writeMs }) => millis(writeMs) },
  { heading: 'Evictions', numeric: true, by: ({ evictions }) => evictions, cell: ({ evictions }) => count(evictions) },
];

export function IoTable({ rows }: { rows: IoWork[] }) {
  return (
    <section className="block">
      <h3>Input and output</h3>
      {rows.length === 0 ? (
        <p className="muted">
          Nothing was read or written, or the server is older than PostgreSQL 16 and does not tell.
        </p>
      ) : (
        <FactTable
          label="kinds of input and output"
          rows={rows}
          columns={IO}
          keyOf={({ backendType, context }) => `${backendType} ${context}`}
          textOf={({ backendType, context }) => `${backendType} ${context}`}
          order={{ heading: 'Reads', descending: true }}
        />
      )}
    </section>
  );
}
