import type { ReactNode } from 'react';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ReactNode;
  /** What rows are put in order by; null goes last whichever way. A column without it is not sortable. */
  by?: (row: Row) => number | string | null;
  numeric?: boolean;
}

export interface Order {
  heading: string;
  descending: boolean;
}

/** Those whose text holds every word, in the order asked for; what is equal stays as it came. */
export function chosen<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order,
  words: string,
  textOf: (row: Row) => string,
): Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const text = wanted.length > 0 ? textOf(row).toLowerCase() : '';
    return wanted.every((word) => text.includes(word));
  });
  const by = columns.find(({ heading }) => heading === order.heading)?.by;
  return by ? found.sort((one, other) => compared(by(one), by(other), order.descending)) : found;
}

function compared(one: number | string | null, other: number | string | null, descending: boolean): number {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null);
  }
  const ascending =
    typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other));
  return descending ? -ascending : ascending;
}

/** A second look at the same column turns it; figures begin with the largest, names with the first. */
export function next<Row>(order: Order, column: Column<Row>): Order {
  return order.heading === column.heading
    ? { heading: column.heading, descending: !order.descending }
    : { heading: column.heading, descending: column.numeric ?? false };
}
