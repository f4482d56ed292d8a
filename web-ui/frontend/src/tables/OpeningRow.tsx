import { TableCell, TableRow } from '@carbon/react';
import { useId, useState, type ReactNode } from 'react';
import type { Column } from './columns';

interface OpeningRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  more: (row: Row) => ReactNode;
}

export function OpeningRow<Row>({ row, columns, more }: OpeningRowProps<Row>) {
  const [open, setOpen] = useState(false);
  const opened = useId();
  return (
    <>
      <TableRow>
        {columns.map((column, index) => (
          <TableCell key={column.heading} className={column.numeric ? 'numeric' : ''}>
            {index === 0 ? (
              <button
                type="button"
                className="opener"
                aria-expanded={open}
                aria-controls={open ? opened : undefined}
                onClick={() => setOpen(!open)}
              >
                {column.cell(row)}
              </button>
            ) : (
              column.cell(row)
            )}
          </TableCell>
        ))}
      </TableRow>
      {open && (
        <TableRow id={opened}>
          <TableCell colSpan={columns.length} className="opened">
            {more(row)}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
