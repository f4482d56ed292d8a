import { Tag } from '@carbon/react';
import { useMemo } from 'react';
import { bytes, count, decimal, millis, share, words } from '../format/figures';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { shortName, type HotCode, type Inside, type Site, type ThreadGroup, type Wait } from './jvm';

const method = (name: string) =>
  name ? <code title={name}>{shortName(name)}</code> : <span className="muted">–</span>;

function hotColumns(samples: number): Column<HotCode>[] {
  const part = (row: HotCode) => row.samples / Math.max(1, samples);
  return [
    { heading: 'Own method', by: ({ frame }) => frame, cell: ({ frame, hottest }) => method(frame || hottest) },
    { heading: 'Called through', by: ({ entry }) => entry, cell: ({ entry }) => method(entry) },
    {
      heading: 'Whose code',
      by: ({ library, owner }) => library || owner,
      cell: (row) => row.library || words(row.owner),
    },
    { heading: 'Ran most', by: ({ hottest }) => hottest, cell: ({ hottest }) => method(hottest) },
    { heading: 'Samples', numeric: true, by: (row) => row.samples, cell: (row) => count(row.samples) },
    { heading: 'Share', numeric: true, by: part, cell: (row) => share(part(row)) },
  ];
}

export function HotTable({ rows, samples }: { rows: HotCode[]; samples: number }) {
  const columns = useMemo(() => hotColumns(samples), [samples]);
  return (
    <section className="block">
      <h3>Where the CPU was used</h3>
      {rows.length === 0 ? (
        <p className="muted">No thread was seen at work.</p>
      ) : (
        <FactTable
          label="hot methods"
          rows={rows}
          columns={columns}
          keyOf={({ frame, entry, library, hottest }) => [frame, entry, library, hottest].join(' ')}
          textOf={({ frame, entry, library, hottest }) => [frame, entry, library, hottest].join(' ')}
          order={{ heading: 'Samples', descending: true }}
        />
      )}
    </section>
  );
}

const WAITS: Column<Wait>[] = [
  { heading: 'Own method', by: ({ frame }) => frame, cell: ({ frame }) => method(frame) },
  { heading: 'Called through', by: ({ entry }) => entry, cell: ({ entry }) => method(entry) },
  {
    heading: 'Waited for',
    by: ({ kind, on }) => `${kind} ${on}`,
    cell: ({ kind, on, inTransaction }) => (
      <>
        {words(kind)} <code>{on}</code>{' '}
        {inTransaction && (
          <Tag size="sm" type="magenta">
            in a transaction
          </Tag>
        )}
      </>
    ),
  },
  { heading: 'Times', numeric: true, by: ({ times }) => times, cell: ({ times }) => count(times) },
  { heading: 'In sum', numeric: true, by: ({ ms }) => ms, cell: ({ ms }) => millis(ms) },
  { heading: 'Longest', numeric: true, by: (row) => row.longestMs, cell: (row) => millis(row.longestMs) },
];

export function WaitTable({ rows }: { rows: Wait[] }) {
  return (
    <section className="block">
      <h3>What threads waited for</h3>
      {rows.length === 0 ? (
        <p className="muted">No wait of 10 ms or longer was seen.</p>
      ) : (
        <FactTable
          label="waits of threads"
          rows={rows}
          columns={WAITS}
          keyOf={(row) => JSON.stringify(row)}
          textOf={({ kind, on, frame, entry }) => [words(kind), on, frame, entry].join(' ')}
          order={{ heading: 'In sum', descending: true }}
        />
      )}
    </section>
  );
}

const INSIDE: Column<Inside>[] = [
  { heading: 'Method', by: ({ frame }) => frame, cell: ({ frame }) => method(frame) },
  { heading: 'Did', by: ({ deed }) => deed, cell: ({ deed }) => deed },
  { heading: 'In sum', numeric: true, by: ({ ms }) => ms, cell: ({ ms }) => millis(ms) },
];

/** Only there where somebody waited to enter a method. */
export function InsideTable({ rows }: { rows: Inside[] }) {
  return (
    rows.length > 0 && (
      <section className="block">
        <h3>What was done in methods that others waited to enter</h3>
        <FactTable
          label="methods others waited for"
          rows={rows}
          columns={INSIDE}
          keyOf={({ frame, deed }) => `${frame} ${deed}`}
          textOf={({ frame, deed }) => `${frame} ${deed}`}
          order={{ heading: 'In sum', descending: true }}
        />
      </section>
    )
  );
}

const POOLS: Column<ThreadGroup>[] = [
  { heading: 'Pool', by: ({ name }) => name, cell: ({ name }) => <code>{name}</code> },
  { heading: 'Threads', numeric: true, by: ({ threads }) => threads, cell: ({ threads }) => count(threads) },
  { heading: 'Busy in the mean', numeric: true, by: ({ busy }) => busy, cell: ({ busy }) => decimal(busy) },
  {
    heading: 'None idle',
    numeric: true,
    by: ({ full }) => full,
    cell: ({ full, looks }) => `${share(full)} of ${looks} looks`,
  },
];

export function PoolTable({ rows }: { rows: ThreadGroup[] }) {
  return (
    rows.length > 0 && (
      <section className="block">
        <h3>Thread pools</h3>
        <FactTable
          label="thread pools"
          rows={rows}
          columns={POOLS}
          keyOf={({ name }) => name}
          textOf={({ name }) => name}
          order={{ heading: 'Busy in the mean', descending: true }}
        />
      </section>
    )
  );
}

const SITES: Column<Site>[] = [
  { heading: 'Own method', by: ({ frame }) => frame, cell: ({ frame }) => method(frame) },
  { heading: 'Called through', by: ({ entry }) => entry, cell: ({ entry }) => method(entry) },
  { heading: 'Allocates', by: ({ type }) => type, cell: ({ type }) => <code>{type}</code> },
  { heading: 'A second', numeric: true, by: (row) => row.bytesPerSecond, cell: (row) => bytes(row.bytesPerSecond) },
];

export function AllocationTable({ rows }: { rows: Site[] }) {
  return (
    rows.length > 0 && (
      <section className="block">
        <h3>What is allocated, and where</h3>
        <FactTable
          label="allocating methods"
          rows={rows}
          columns={SITES}
          keyOf={({ frame, entry, type }) => `${frame} ${entry} ${type}`}
          textOf={({ frame, entry, type }) => `${frame} ${entry} ${type}`}
          order={{ heading: 'A second', descending: true }}
        />
      </section>
    )
  );
}
