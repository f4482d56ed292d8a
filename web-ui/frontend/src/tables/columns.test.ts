import { describe, expect, it } from 'vitest';
import { chosen, next, type Column } from './columns';

interface Table {
  name: string;
  rows: number | null;
}

const COLUMNS: Column<Table>[] = [
  { heading: 'Table', cell: ({ name }) => name, by: ({ name }) => name },
  { heading: 'Rows', cell: ({ rows }) => rows, by: ({ rows }) => rows, numeric: true },
  { heading: 'Note', cell: () => '' },
];
const TABLES: Table[] = [
  { name: 'Library.Loan', rows: 9 },
  { name: 'public.member', rows: null },
  { name: 'public.book', rows: 70 },
];

const names = (heading: string, descending: boolean, words = '') =>
  chosen(TABLES, COLUMNS, { heading, descending }, words, ({ name }) => name).map(({ name }) => name);

describe('the rows of a table', () => {
  it('are put in order by figure or name, what is not known last both ways', () => {
    expect(names('Rows', true)).toEqual(['public.book', 'Library.Loan', 'public.member']);
    expect(names('Rows', false)).toEqual(['Library.Loan', 'public.book', 'public.member']);
    expect(names('Table', false)).toEqual(['Library.Loan', 'public.book', 'public.member']);
  });

  it('stay as they came by a column that has no order', () => {
    expect(names('Note', true)).toEqual(TABLES.map(({ name }) => name));
  });

  it('hold every word, whatever its case', () => {
    expect(names('Table', false, 'PUBLIC book')).toEqual(['public.book']);
    expect(names('Table', false, 'nothing')).toEqual([]);
  });

  it('are turned by a second look at the same column', () => {
    const rows = COLUMNS[1] ?? expect.fail();
    const first = next({ heading: 'Table', descending: false }, rows);
    expect(first).toEqual({ heading: 'Rows', descending: true });
    expect(next(first, rows)).toEqual({ heading: 'Rows', descending: false });
  });
});
