import { count, millis, percent, words } from '../format/figures';

/** One station on the way from what a user feels to what is to be changed. */
export interface Link {
  station: 'Endpoint' | 'Statement' | 'Plan node' | 'Change';
  headline: string;
  isCode: boolean;
  details: [name: string, value: string][];
}

export interface ReadEvidence {
  chain: Link[];
  reason: string | null;
  others: [name: string, value: string][];
}

interface StatementEvidence {
  queryId: string;
  text: string;
  calls: number;
  meanMs: number;
  dbTimeSharePct: number;
}

interface Evidence {
  requests: string[];
  requestsHow: string;
  statement: StatementEvidence;
  otherStatements: StatementEvidence[];
  planNode: {
    type: string;
    relation: string;
    filter: string;
    estimatedRows: number;
    cost: number;
    costWithIndex: number;
  };
  table: { rows: number; sizeBytes: number; rowsWritten: number };
  index: { estimatedBytes: number; writeCost: string };
  method: string;
  reason: string;
}

interface IndexProposal {
  kind: string;
  schema: string;
  table: string;
  columns: { expression: string; direction?: string | null }[];
  predicate: string | null;
  include: string[];
}

const KNOWN = [
  'requests',
  'requestsHow',
  'statement',
  'otherStatements',
  'planNode',
  'table',
  'index',
  'method',
  'reason',
];

/** What a finding has differs by its kind: each part is shown when it is there, unknown parts by their name. */
export function readEvidence(raw: unknown, proposal: unknown): ReadEvidence {
  const evidence = fieldsOf(raw) as Partial<Evidence>;
  const { requests, statement, planNode, table, method } = evidence;
  const chain: Link[] = [];
  if (requests) {
    chain.push({
      station: 'Endpoint',
      headline: requests.length > 0 ? requests.join(', ') : 'Not known',
      isCode: false,
      details: pairs(['How known', evidence.requestsHow]),
    });
  }
  if (statement) {
    chain.push(statementLink(statement, evidence.otherStatements ?? []));
  }
  if (planNode) {
    chain.push({
      station: 'Plan node',
      headline: `${planNode.type} on ${planNode.relation}`,
      isCode: false,
      details: pairs(
        ['Filter', planNode.filter],
        ['Rows', `${count(planNode.estimatedRows)} estimated`],
        ['Cost', `${count(planNode.cost)}, with the change ${count(planNode.costWithIndex)}`],
      ),
    });
  }
  const change = changeLink(fieldsOf(proposal), evidence.index);
  if (change) {
    chain.push(change);
  }
  const unknown = Object.entries(fieldsOf(raw)).filter(([key]) => !KNOWN.includes(key));
  return {
    chain,
    reason: evidence.reason ?? null,
    others: [
      ...pairs(
        [
          'Table',
          table &&
            `${count(table.rows)} rows, ${bytes(table.sizeBytes)}, ${count(table.rowsWritten)} written meanwhile`,
        ],
        ['Estimated by', method],
      ),
      ...unknown.flatMap(([key, value]) => pairs([words(key.replace(/([a-z0-9])([A-Z])/g, '$1 $2')), asText(value)])),
    ],
  };
}

function statementLink(statement: StatementEvidence, others: StatementEvidence[]): Link {
  return {
    station: 'Statement',
    headline: statement.text,
    isCode: true,
    details: pairs(
      ['Share of DB time', percent(statement.dbTimeSharePct)],
      ['Calls', `${count(statement.calls)}, each ${millis(statement.meanMs)}`],
      ['Also', others.length > 0 ? `${others.length} more statements` : null],
    ),
  };
}

function changeLink(fields: Record<string, unknown>, index: Evidence['index'] | undefined): Link | null {
  if (Object.keys(fields).length === 0) {
    return null;
  }
  const details = pairs(['Size', index && bytes(index.estimatedBytes)], ['Writes', index?.writeCost]);
  if (fields.kind === 'CREATE_INDEX') {
    return { station: 'Change', headline: indexInWords(fields as unknown as IndexProposal), isCode: true, details };
  }
  const { kind, ...rest } = fields;
  return {
    station: 'Change',
    headline: words(asText(kind)),
    isCode: false,
    details: [...pairs(['With', asText(rest)]), ...details],
  };
}

function indexInWords({ schema, table, columns, predicate, include }: IndexProposal): string {
  const keys = columns.map(({ expression, direction }) => (direction ? `${expression} ${direction}` : expression));
  const more = include.length > 0 ? `\nINCLUDE (${include.join(', ')})` : '';
  return `Index on ${schema}.${table}\n(${keys.join(', ')})${more}${predicate ? `\nWHERE ${predicate}` : ''}`;
}

function bytes(size: number): string {
  const exponent = Math.min(4, Math.floor(Math.log10(Math.max(1, size)) / 3));
  return `${(size / 1000 ** exponent).toPrecision(3)} ${['B', 'kB', 'MB', 'GB', 'TB'][exponent] ?? ''}`;
}

function pairs(...rows: [string, string | null | undefined][]): [string, string][] {
  return rows.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}

function asText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number') {
    return count(value);
  }
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
