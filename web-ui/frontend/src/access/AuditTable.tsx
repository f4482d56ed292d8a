import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import { Link } from 'react-router';
import type { AuditEvent } from '../api/access';
import { fullTime } from '../format/times';

const WAYS: Record<AuditEvent['way'], string> = {
  SESSION: 'browser',
  BASIC: 'program',
  TOKEN: 'token',
  OIDC: 'provider',
};

export function AuditTable({ events }: { events: AuditEvent[] }) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label="Audit log">
        <TableHead>
          <TableRow>
            <TableHeader>When</TableHeader>
            <TableHeader>Who</TableHeader>
            <TableHeader>By</TableHeader>
            <TableHeader>What</TableHeader>
            <TableHeader>On</TableHeader>
            <TableHeader>Target</TableHeader>
            <TableHeader>Result</TableHeader>
            <TableHeader>From</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {events.map((event) => (
            <TableRow key={event.id}>
              <TableCell>{fullTime(event.at)}</TableCell>
              <TableCell>
                {event.who === null ? (
                  <span className="muted">an unknown name</span>
                ) : (
                  <span className="ellipsis">{event.who}</span>
                )}
              </TableCell>
              <TableCell>
                {WAYS[event.way]}
                {event.tokenId && <> {event.tokenName ?? event.tokenId}</>}
              </TableCell>
              <TableCell>
                <code className="small">{event.action}</code>
              </TableCell>
              <TableCell>
                <code className="small ellipsis">{event.subject}</code>
              </TableCell>
              <TableCell>
                {event.target && <Link to={`/targets/${encodeURIComponent(event.target)}`}>{event.target}</Link>}
              </TableCell>
              <TableCell>
                <Result status={event.status} />
              </TableCell>
              <TableCell>{event.remoteAddress}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Result({ status }: { status: number }) {
  if (status < 400) {
    return (
      <Tag type="green" size="sm">
        done
      </Tag>
    );
  }
  return (
    <Tag type={status < 500 ? 'magenta' : 'red'} size="sm">
      {status < 500 ? 'refused' : 'failed'} ({status})
    </Tag>
  );
}
