import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { Link } from 'react-router';
import type { Run } from '../api/types';
import { words } from '../format/figures';
import { duration, fullTime, millisBetween, shortTime, useNow } from '../format/times';
import { RunTag } from './tags';

export function RunsTable({ runs }: { runs: Run[] }) {
  const now = useNow(runs.some((run) => run.status !== 'ENDED'));
  return (
    <TableContainer className="table-scroll">
      <Table size="md" aria-label="Runs">
        <TableHead>
          <TableRow>
            <TableHeader>Target</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader>Intensity</TableHeader>
            <TableHeader>Started</TableHeader>
            <TableHeader className="numeric">Duration</TableHeader>
            <TableHeader>By</TableHeader>
            <TableHeader>Run</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell>
                <Link to={`/runs/${encodeURIComponent(run.id)}`} className="strong ellipsis">
                  {run.target}
                </Link>
              </TableCell>
              <TableCell>
                <RunTag run={run} />
              </TableCell>
              <TableCell>{words(run.intensity)}</TableCell>
              <TableCell title={fullTime(run.startedAt ?? run.requestedAt)}>
                {shortTime(run.startedAt ?? run.requestedAt)}
              </TableCell>
              <TableCell className="numeric">
                {duration(millisBetween(run.startedAt ?? run.requestedAt, run.endedAt, now))}
              </TableCell>
              <TableCell>
                <span className="ellipsis">{run.requestedBy}</span>
              </TableCell>
              <TableCell>
                <code className="small muted">{run.id}</code>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
