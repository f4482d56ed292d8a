import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import type { TargetCheck } from '../api/types';
import { bytes, millis } from '../format/figures';

type Trial = TargetCheck['requests'][number];

/** Each request as it was sent once, with what came back. */
export function Trials({ trials }: { trials: Trial[] }) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label="Requests tried" className="trials">
        <TableHead>
          <TableRow>
            <TableHeader>Request</TableHeader>
            <TableHeader>Sent</TableHeader>
            <TableHeader>Came back</TableHeader>
            <TableHeader className="numeric">Time</TableHeader>
            <TableHeader className="numeric">Size</TableHeader>
            <TableHeader>Why it would fail</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {trials.map((trial) => (
            <TableRow key={trial.request}>
              <TableCell>{trial.request}</TableCell>
              <TableCell>
                <code className="ellipsis" title={trial.address}>
                  {trial.method} {trial.address}
                </code>
              </TableCell>
              <TableCell>
                <Tag size="sm" type={trial.good ? 'green' : 'red'}>
                  {trial.status ?? 'nothing'}
                </Tag>
                {trial.leadsTo !== '' && <span className="muted"> to {trial.leadsTo}</span>}
              </TableCell>
              <TableCell className="numeric">{millis(trial.ms)}</TableCell>
              <TableCell className="numeric">{bytes(trial.bytes)}</TableCell>
              <TableCell>
                <span className="trial-words">
                  {trial.words} {trial.mend !== '' && <span className="muted">{trial.mend}</span>}
                </span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
