import { Tag } from '@carbon/react';
import type { IndexFacts } from '../api/stored';
import { bytes, count } from '../format/figures';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { definitionOf, marksOf } from './tables';

const tableOf = ({ schema, table }: IndexFacts) => `${schema}.${table}`;

const COLUMNS: Column<IndexFacts>[] = [
  {
    heading: 'Index',
    by: ({ name }) => name,
    cell: (index) => (
      <>
        <code>{index.name}</code>{' '}
        {marksOf(index).map((mark) => (
          <Tag key={mark} size="sm" type={mark === 'invalid' ? 'red' : mark === 'never used' ? 'magenta' : 'cool-gray'}>
            {mark}
          </Tag>
        ))}
      </>
    ),
  },
  { heading: 'Table', by: tableOf, cell: (index) => <code>{tableOf(index)}</code> },
  { heading: 'Definition', cell: (index) => <code className="wrapping">{definitionOf(index)}</code> },
  { heading: 'Size', numeric: true, by: ({ sizeBytes }) => sizeBytes, cell: ({ sizeBytes }) => bytes(sizeBytes) },
  { heading: 'Scans', numeric: true, by: ({ scans }) => scans, cell: ({ scans }) => count(scans) },
  {
    heading: 'Scans since reset',
    numeric: true,
    by: ({ made }) => made.scansEver,
    cell: ({ made }) => count(made.scansEver),
  },
];

export function IndexTable({ label, rows }: { label: string; rows: IndexFacts[] }) {
  return (
    <FactTable
      label={label}
      rows={rows}
      columns={COLUMNS}
      keyOf={(index) => `${tableOf(index)} ${index.name}`}
      textOf={(index) => `${index.name} ${tableOf(index)} ${definitionOf(index)} ${marksOf(index).join(' ')}`}
      order={{ heading: 'Size', descending: true }}
    />
  );
}
