import {
  Button,
  Search,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { count } from '../format/figures';
import { chosen, next, type Column, type Order } from './columns';
import { OpeningRow } from './OpeningRow';

/** A run can hold thousands of rows; only what fits a look is put on the page at once. */
const AT_ONCE = 25;
/** So few are seen at a glance. */
const WORTH_SEARCHING = 8;

interface FactTableProps<Row> {
  /** What the rows are, in the plural: the table's name for a screen reader and in its search. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** What the search looks into. */
  textOf: (row: Row) => string;
  order: Order;
  /** What a row opens to. The first column is then what opens it. */
  more?: (row: Row) => ReactNode;
  className?: string;
}

/** Rows that can be searched, put in order by a click on a heading, and opened. */
export function FactTable<Row>({ label, rows, columns, keyOf, textOf, more, ...props }: FactTableProps<Row>) {
  const [shown, setShown] = useState(AT_ONCE);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState(props.order);
  const looked = useDeferredValue(words);
  const found = useMemo(() => chosen(rows, columns, order, looked, textOf), [rows, columns, order, looked, textOf]);
  return (
    <>
      {rows.length > WORTH_SEARCHING && (
        <Search
          size="sm"
          className="table-search"
          labelText={`Find ${label}`}
          placeholder={`Find among ${count(rows.length)} ${label}`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <p className={found.length > 0 ? 'visually-hidden' : 'muted'} role="status">
        {looked === '' ? '' : found.length === 0 ? `None of the ${label} holds these words.` : `${found.length} found`}
      </p>
      {found.length > 0 && (
        <TableContainer className="table-scroll">
          <Table size="sm" isSortable aria-label={label} className={props.className ?? ''}>
            <TableHead>
              <TableRow>
                {columns.map((column) => (
                  <Heading key={column.heading} column={column} order={order} onOrder={setOrder} />
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {found.slice(0, shown).map((row) =>
                more ? (
                  <OpeningRow key={keyOf(row)} row={row} columns={columns} more={more} />
                ) : (
                  <TableRow key={keyOf(row)}>
                    {columns.map((column) => (
                      <TableCell key={column.heading} className={column.numeric ? 'numeric' : ''}>
                        {column.cell(row)}
                      </TableCell>
                    ))}
                  </TableRow>
                ),
              )}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {found.length > shown && (
        <Button kind="ghost" size="sm" onClick={() => setShown(shown + 4 * AT_ONCE)}>
          Show more ({count(found.length - shown)} left)
        </Button>
      )}
    </>
  );
}

interface HeadingProps<Row> {
  column: Column<Row>;
  order: Order;
  onOrder: (order: Order) => void;
}

function Heading<Row>({ column, order, onOrder }: HeadingProps<Row>) {
  const className = column.numeric ? 'numeric' : '';
  if (!column.by) {
    return <TableHeader className={className}>{column.heading}</TableHeader>;
  }
  const sorted = order.heading === column.heading;
  const turned = next(order, column);
  return (
    <TableHeader
      className={className}
      isSortable
      isSortHeader={sorted}
      sortDirection={sorted ? (order.descending ? 'DESC' : 'ASC') : 'NONE'}
      translateWithId={() => `Sort by ${column.heading}, ${turned.descending ? 'descending' : 'ascending'}`}
      onClick={() => onOrder(turned)}
    >
      {column.heading}
    </TableHeader>
  );
}
