import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { effect } from '../format/figures';
import { METRICS } from '../runs/beforeAfter';
import type { Row } from './sideBySide';

interface SideBySideTableProps {
  label: string;
  heading: string;
  rows: Row[];
  nameOf: (row: Row) => string;
}

/** Without colours: what differs is not known to be better or worse. */
export function SideBySideTable({ label, heading, rows, nameOf }: SideBySideTableProps) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label={label} className="side-by-side">
        <TableHead>
          <TableRow>
            <TableHeader>{heading}</TableHeader>
            <TableHeader className="numeric">First</TableHeader>
            <TableHeader className="numeric">Second</TableHeader>
            <TableHeader className="numeric">Difference</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => {
            const { format } = METRICS[row.metric];
            return (
              <TableRow key={`${row.request} ${row.metric}`}>
                <TableCell className="strong">
                  <span className="ellipsis">{nameOf(row)}</span>
                </TableCell>
                <TableCell className="numeric">{format(row.a)}</TableCell>
                <TableCell className="numeric">{format(row.b)}</TableCell>
                <TableCell className="numeric">{effect(row.differencePct)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
