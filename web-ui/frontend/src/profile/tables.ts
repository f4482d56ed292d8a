import type { IndexFacts, TableFacts } from '../api/stored';

const KINDS: Record<string, string> = { p: 'partitioned', m: 'materialised view', x: 'partition' };

export function nameOf({ schema, name }: { schema: string; name: string }): string {
  return `${schema}.${name}`;
}

/** What kind of table it is, where it is not a plain one. */
export function kindOf({ kind }: TableFacts): string {
  return KINDS[kind] ?? '';
}

/** Dead rows of all rows that are there, 0 to 1; null when the table is empty. */
export function deadShare({ upkeep: { liveRows, deadRows } }: TableFacts): number | null {
  const rows = liveRows + deadRows;
  return rows === 0 ? null : deadRows / rows;
}

/** Share of the pages that the live rows would not fill, 0 to 1; null when that is not known. */
export function bloatShare({ pages, upkeep: { expectedPages } }: TableFacts): number | null {
  return pages === 0 || expectedPages === 0 ? null : Math.max(0, 1 - expectedPages / pages);
}

export function rowsPerSequentialScan({ sequentialScans, sequentialRows }: TableFacts): number | null {
  return sequentialScans === 0 ? null : sequentialRows / sequentialScans;
}

export function written({ inserted, updated, deleted }: TableFacts): number {
  return inserted + updated + deleted;
}

/** As PostgreSQL prints it where that is known, without the words that are the same for every index. */
export function definitionOf({ method, keys, include, predicate, made }: IndexFacts): string {
  const printed = / USING (.*)$/s.exec(made.definition)?.[1];
  if (printed) {
    return printed;
  }
  const columns = keys.map(({ expression, descending }) => `${expression}${descending ? ' DESC' : ''}`).join(', ');
  const more = include.length > 0 ? ` INCLUDE (${include.join(', ')})` : '';
  return `${method} (${columns})${more}${predicate ? ` WHERE ${predicate}` : ''}`;
}

/** What makes an index stand out. */
export function marksOf(index: IndexFacts): string[] {
  return [
    ...(index.valid ? [] : ['invalid']),
    ...(index.primary ? ['primary key'] : index.unique ? ['unique'] : []),
    ...(index.made.scansEver === 0 && !index.unique && !index.made.constraint ? ['never used'] : []),
  ];
}

export function ofTable(indexes: readonly IndexFacts[], table: TableFacts): IndexFacts[] {
  return indexes.filter((index) => index.schema === table.schema && index.table === table.name);
}
