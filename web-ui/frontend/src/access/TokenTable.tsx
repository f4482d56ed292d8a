import {
  Button,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
} from '@carbon/react';
import type { Token } from '../api/access';
import { words } from '../format/figures';
import { fullTime, shortTime, useNow } from '../format/times';

interface TokenTableProps {
  tokens: Token[];
  everybody: boolean;
  onRevoke: (token: Token) => void;
}

export function TokenTable({ tokens, everybody, onRevoke }: TokenTableProps) {
  const now = useNow(false);
  return (
    <TableContainer className="table-scroll">
      <Table size="md" aria-label="API tokens">
        <TableHead>
          <TableRow>
            <TableHeader>Name</TableHeader>
            {everybody && <TableHeader>Owner</TableHeader>}
            <TableHeader>Roles</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader>Ends</TableHeader>
            <TableHeader>Last used</TableHeader>
            <TableHeader>
              <span className="visually-hidden">Actions</span>
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {tokens.map((token) => (
            <TableRow key={token.id}>
              <TableCell>
                <span className="strong ellipsis">{token.name}</span>
              </TableCell>
              {everybody && (
                <TableCell>
                  <span className="ellipsis">{token.owner}</span>
                </TableCell>
              )}
              <TableCell>{token.roles.map(words).join(', ') || 'none left'}</TableCell>
              <TableCell>
                <State token={token} now={now} />
              </TableCell>
              <TableCell title={fullTime(token.expiresAt)}>{shortTime(token.expiresAt)}</TableCell>
              <TableCell title={fullTime(token.lastUsedAt)}>
                {token.lastUsedAt ? shortTime(token.lastUsedAt) : <span className="muted">never</span>}
              </TableCell>
              <TableCell className="numeric">
                {!token.revokedAt && (
                  <Button kind="danger--ghost" size="sm" onClick={() => onRevoke(token)}>
                    Revoke<span className="visually-hidden"> {token.name}</span>
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function State({ token, now }: { token: Token; now: number }) {
  if (token.revokedAt) {
    return (
      <Tag type="gray" size="sm" title={`by ${token.revokedBy ?? 'somebody'}, ${fullTime(token.revokedAt)}`}>
        revoked
      </Tag>
    );
  }
  return Date.parse(token.expiresAt) <= now ? (
    <Tag type="gray" size="sm">
      ended
    </Tag>
  ) : (
    <Tag type="green" size="sm">
      in force
    </Tag>
  );
}
