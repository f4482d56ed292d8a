import { bytes, count, millis, percent, words } from '../format/figures';

/** One station on the way from what a user feels to what is to be changed. */
export interface Link {
  station: string;
  headline: string;
  isCode: boolean;
  details: [name: string, value: string][];
}

export interface ReadEvidence {
  chain: Link[];
  reason: string | null;
  others: [name: string, value: string][];
  /** What came of trying the mend before it was proposed. */
  trial: string | null;
  symptoms: string[];
  advice: { title: string; text: string } | null;
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
  chain: { kind: string; name: string; shows: string; ref?: string | null }[];
  trial: { how: string; unit: string; before: number; after: number; note: string } | null;
  symptoms: { kind: string; summary: string; impact: number }[];
}

interface IndexProposal {
  kind: string;
  schema: string;
  table: string;
  method?: string;
  columns: { expression: string; direction?: string | null; opclass?: string | null }[];
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
  'chain',
  'subjects',
  'trial',
  'symptoms',
];

/** What a finding has differs by its kind: each part is shown when it is there, unknown parts by their name. */
export function readEvidence(raw: unknown, proposal: unknown): ReadEvidence {
  const evidence = fieldsOf(raw) as Partial<Evidence>;
  const { requests, statement, planNode, table, method } = evidence;
  const chain: Link[] = [];
  if (evidence.chain && evidence.chain.length > 0) {
    chain.push(...linked(evidence.chain));
  } else if (requests) {
    chain.push({
      station: 'Endpoint',
      headline: requests.length > 0 ? requests.join(', ') : 'Not known',
      isCode: false,
      details: pairs(['How known', evidence.requestsHow]),
    });
  }
  const walked = (evidence.chain?.length ?? 0) > 0;
  if (statement && !walked) {
    chain.push(statementLink(statement, evidence.otherStatements ?? []));
  }
  if (planNode && !walked) {
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
    trial: evidence.trial ? tried(evidence.trial) : null,
    symptoms: (evidence.symptoms ?? []).map(({ kind, summary }) => `${words(kind)}: ${summary}`),
    advice: adviceIn(fieldsOf(proposal)),
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

/** The chain as the detector built it; a link of a kind like the one before, as of several requests, stands by itself. */
function linked(links: Evidence['chain']): Link[] {
  return links.map(({ kind, name, shows }) => ({
    station: kind === 'REQUEST' ? 'Endpoint' : words(kind),
    headline: name,
    isCode: kind === 'STATEMENT' || kind === 'FRAME',
    details: pairs(['Shows', shows]),
  }));
}

function tried({ how, unit, before, after, note }: NonNullable<Evidence['trial']>): string {
  return `${how}: ${unit} ${count(before)} before, ${count(after)} after. ${note}`;
}

function adviceIn({ kind, title, advice }: Record<string, unknown>): ReadEvidence['advice'] {
  return kind === 'CODE_ADVICE' ? { title: asText(title), text: asText(advice) } : null;
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
  if (Object.keys(fields).length === 0 || fields.kind === 'CODE_ADVICE') {
    return null;
  }
  const details = pairs(['Size', index && bytes(index.estimatedBytes)], ['Writes', index?.writeCost]);
  if (fields.kind === 'CREATE_INDEX') {
    return { station: 'Change', headline: indexInWords(fields as unknown as IndexProposal), isCode: true, details };
  }
  if (fields.kind === 'SET_PARAMETER') {
    return {
      station: 'Change',
      headline: `SET ${asText(fields.name)} = ${asText(fields.value)}`,
      isCode: true,
      details: pairs(
        ['Now', asText(fields.current)],
        ['Takes', fields.restart === true ? 'a restart' : 'a reload'],
        ['By hand', asText(fields.byHand)],
      ),
    };
  }
  if (fields.kind === 'DROP_INDEX') {
    return {
      station: 'Change',
      headline: `DROP INDEX ${asText(fields.schema)}.${asText(fields.index)}`,
      isCode: true,
      details: pairs(['Made by', asText(fields.definition)]),
    };
  }
  if (fields.kind === 'REFRESH_STATISTICS') {
    const columns = Array.isArray(fields.columns) ? fields.columns.join(', ') : '';
    return {
      station: 'Change',
      headline: `Statistics of ${asText(fields.schema)}.${asText(fields.table)}`,
      isCode: false,
      details: pairs(['Columns', columns], ['Statistics target', fields.target ? asText(fields.target) : null]),
    };
  }
  const { kind, ...rest } = fields;
  return {
    station: 'Change',
    headline: words(asText(kind)),
    isCode: false,
    details: [...pairs(['With', asText(rest)]), ...details],
  };
}

function indexInWords({ schema, table, method, columns, predicate, include }: IndexProposal): string {
  const keys = columns.map(({ expression, opclass, direction }) =>
    [expression, opclass, direction].filter(Boolean).join(' '),
  );
  const using = method && method !== 'btree' ? `USING ${method} ` : '';
  const more = include.length > 0 ? `\nINCLUDE (${include.join(', ')})` : '';
  return `Index on ${schema}.${table}\n${using}(${keys.join(', ')})${more}${predicate ? `\nWHERE ${predicate}` : ''}`;
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
