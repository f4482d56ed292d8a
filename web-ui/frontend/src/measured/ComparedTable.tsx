import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { effect } from '../format/figures';
import { differencePct } from './differences';
import type { Compared } from './resources';

/** Figures side by side. How they differ is said; whether that means something is not known. */
export function ComparedTable({ label, rows }: { label: string; rows: Compared[] }) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableHeader>Figure</TableHeader>
            <TableHeader className="numeric">Before</TableHeader>
            <TableHeader className="numeric">After</TableHeader>
            <TableHeader className="numeric">Difference</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ label: name, before, after, format }) => (
            <TableRow key={name}>
              <TableCell>{name}</TableCell>
              <TableCell className="numeric">{format(before)}</TableCell>
              <TableCell className="numeric">{format(after)}</TableCell>
              <TableCell className="numeric muted">{effect(differencePct(before, after))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
