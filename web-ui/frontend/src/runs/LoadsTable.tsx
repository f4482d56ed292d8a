import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import type { LoadTest } from '../api/types';
import { millis, rate, share, words } from '../format/figures';
import { LoadChecks } from './LoadChecks';
import { PHASES } from './phases';

const TYPES = {
  RUNNING: 'blue',
  VALID: 'green',
  INVALID: 'red',
  LOST: 'warm-gray',
  ABORTED: 'magenta',
} as const satisfies Record<LoadTest['status'], string>;

export function LoadsTable({ loads }: { loads: LoadTest[] }) {
  if (loads.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h3>Load tests of this run</h3>
      <TableContainer className="table-scroll" tabIndex={0}>
        <Table size="sm" aria-label="Load tests">
          <TableHead>
            <TableRow>
              <TableHeader>Load</TableHeader>
              <TableHeader>Round</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader className="numeric">Rate</TableHeader>
              <TableHeader className="numeric">p50</TableHeader>
              <TableHeader className="numeric">p95</TableHeader>
              <TableHeader className="numeric">p99</TableHeader>
              <TableHeader className="numeric">Errors</TableHeader>
              <TableHeader>Gatling</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {loads.map((load) => (
              <LoadRow key={load.id} load={load} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {loads.map((load) => (
        <LoadChecks key={load.id} load={load} />
      ))}
    </section>
  );
}

function LoadRow({ load }: { load: LoadTest }) {
  const all = load.result?.all;
  return (
    <TableRow>
      <TableCell>
        <span className="strong">{words(load.profile)}</span> <span className="muted">{PHASES[load.phase]}</span>
      </TableCell>
      <TableCell>
        {load.round}
        {load.attempt > 1 && <span className="muted">, attempt {load.attempt}</span>}
      </TableCell>
      <TableCell>
        <Tag type={TYPES[load.status]} size="sm">
          {words(load.status)}
        </Tag>
        {load.invalidReason && <span className="muted"> {load.invalidReason}</span>}
      </TableCell>
      <TableCell className="numeric">{rate(load.result?.effectiveRate ?? all?.throughput)}</TableCell>
      <TableCell className="numeric">{millis(all?.p50Ms)}</TableCell>
      <TableCell className="numeric">{millis(all?.p95Ms)}</TableCell>
      <TableCell className="numeric">{millis(all?.p99Ms)}</TableCell>
      <TableCell className="numeric">{share(all?.errorRate)}</TableCell>
      <TableCell>
        {load.reportUrl ? (
          <a href={load.reportUrl} target="_blank" rel="noreferrer">
            Report
          </a>
        ) : (
          <span className="muted">–</span>
        )}
      </TableCell>
    </TableRow>
  );
}
