import { Tag } from '@carbon/react';
import { Link } from 'react-router';
import type { TargetHealth } from '../api/types';
import { counted } from '../format/figures';
import { fullTime, shortTime } from '../format/times';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';

const HEALTH = {
  MISSED: { order: 0, type: 'red', label: 'Missed' },
  UNKNOWN: { order: 1, type: 'gray', label: 'Not known' },
  MET: { order: 2, type: 'green', label: 'Met' },
} as const;

const COLUMNS: Column<TargetHealth>[] = [
  {
    heading: 'Target',
    by: ({ name }) => name,
    cell: ({ name }) => (
      <Link to={`/targets/${encodeURIComponent(name)}`} className="strong ellipsis">
        {name}
      </Link>
    ),
  },
  {
    heading: 'Objectives',
    by: ({ health }) => HEALTH[health].order,
    cell: ({ health }) => (
      <Tag type={HEALTH[health].type} size="sm">
        {HEALTH[health].label}
      </Tag>
    ),
  },
  {
    heading: 'In words',
    cell: ({ health, words, objectives }) => (
      <span className="health-words">{health === 'MET' ? `All of ${counted(objectives, 'objective')}` : words}</span>
    ),
  },
  {
    heading: 'Measured',
    numeric: true,
    by: ({ measuredAt }) => measuredAt,
    cell: ({ measuredAt, measuredBy }) =>
      measuredBy ? (
        <Link to={`/runs/${encodeURIComponent(measuredBy)}`} className="plain" title={fullTime(measuredAt)}>
          {shortTime(measuredAt)}
        </Link>
      ) : (
        <span className="muted">never</span>
      ),
  },
];

/** What misses its objectives first. */
export function HealthTable({ rows }: { rows: TargetHealth[] }) {
  return (
    <FactTable
      label="targets"
      rows={rows}
      columns={COLUMNS}
      keyOf={({ name }) => name}
      textOf={({ name, baseUrl, words, health }) => `${name} ${baseUrl ?? ''} ${words} ${HEALTH[health].label}`}
      order={{ heading: 'Objectives', descending: false }}
      className="health-table"
    />
  );
}
