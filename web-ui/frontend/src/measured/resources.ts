import type { LoadProfile, LoadTest, Resource } from '../api/types';
import { bytes, decimal, rate, share } from '../format/figures';
import { standsFor } from '../runs/beforeAfter';

type Figure = (resource: Resource, load: LoadTest) => number | null;

interface Kind {
  metric: string;
  label: string;
  /** Which of its figures is told. */
  of: Figure;
  format: (value: number | null) => string;
}

const mean: Figure = (resource) => resource.mean;
const most: Figure = (resource) => resource.most;
const perSecond: Figure = (resource) => resource.perSecond;

/** Of a counter, what fell to each response. */
const perResponse: Figure = ({ perSecond: grew }, { result }) => {
  const throughput = result?.all?.throughput ?? 0;
  return grew === null || throughput === 0 ? null : grew / throughput;
};

export const RESOURCES: Kind[] = [
  { metric: 'process_cpu_share', label: 'CPU of the service, mean', of: mean, format: share },
  { metric: 'system_cpu_share', label: 'CPU of its machine, mean', of: mean, format: share },
  { metric: 'memory_bytes', label: 'Memory of the service, most', of: most, format: bytes },
  { metric: 'pool_active_connections', label: 'Pool: connections in use, mean', of: mean, format: decimal },
  { metric: 'pool_pending_threads', label: 'Pool: threads waiting, most', of: most, format: decimal },
  { metric: 'connections', label: 'Connections of PostgreSQL, most', of: most, format: decimal },
  { metric: 'running_sessions', label: 'Sessions at work, mean', of: mean, format: decimal },
  { metric: 'lock_waiting_sessions', label: 'Sessions waiting for a lock, mean', of: mean, format: decimal },
  { metric: 'disk_waiting_sessions', label: 'Sessions waiting for the disk, mean', of: mean, format: decimal },
  { metric: 'blocks_read_total', label: 'Blocks read, from disk or the system’s cache', of: perSecond, format: rate },
  { metric: 'blocks_hit_total', label: 'Blocks found in shared buffers', of: perSecond, format: rate },
];

export const WRITES: Kind[] = [
  { metric: 'rows_written_total', label: 'Rows written', of: perSecond, format: rate },
  { metric: 'wal_bytes_total', label: 'Write-ahead log of the server a second', of: perSecond, format: bytes },
  { metric: 'wal_bytes_total', label: 'Write-ahead log for each response', of: perResponse, format: bytes },
];

export interface Compared {
  label: string;
  format: (value: number | null) => string;
  before: number | null;
  after: number | null;
}

/** Those figures that one side has at least, of the tests that stand for the two phases of a profile. */
export function compared(kinds: Kind[], resources: Resource[], loads: LoadTest[], profile: LoadProfile): Compared[] {
  const figure = ({ metric, of }: Kind, phase: 'BEFORE' | 'AFTER') => {
    const load = standsFor(loads, profile, phase);
    const resource = resources.find((each) => each.loadTestId === load?.id && each.metric === metric);
    return load && resource ? of(resource, load) : null;
  };
  return kinds
    .map((kind) => ({
      label: kind.label,
      format: kind.format,
      before: figure(kind, 'BEFORE'),
      after: figure(kind, 'AFTER'),
    }))
    .filter(({ before, after }) => before !== null || after !== null);
}

/** Requests that may write, by their method. */
export function writingRequests(loads: LoadTest[], profile: LoadProfile): string[] {
  const load = standsFor(loads, profile, 'AFTER');
  return (load?.config.requests ?? [])
    .filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase()))
    .map(({ name }) => name);
}
