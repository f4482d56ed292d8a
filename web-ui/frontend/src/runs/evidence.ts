import { words } from '../format/figures';

/** One station on the way from what a user feels to what is to be changed. */
export interface Link {
  station: 'Endpoint' | 'Statement' | 'Plan node' | 'Change';
  headline: string;
  isCode: boolean;
  details: [name: string, value: string][];
}

export interface ReadEvidence {
  chain: Link[];
  others: [name: string, value: string][];
}

type Fields = Record<string, unknown>;

/** Where each station may be found in a finding's evidence, and which of its fields names it best. */
const STATIONS: { station: Link['station']; keys: string[]; headlines: string[]; isCode: boolean }[] = [
  { station: 'Endpoint', keys: ['endpoints', 'endpoint', 'requests', 'request'], headlines: ['name', 'request'], isCode: false },
  { station: 'Statement', keys: ['statement', 'statements', 'query', 'sql'], headlines: ['query', 'statement', 'sql'], isCode: true },
  { station: 'Plan node', keys: ['planNode', 'node', 'planNodes'], headlines: ['node', 'nodeType', 'type'], isCode: false },
];

/** Evidence differs by kind of finding: known stations become the chain, everything else is shown by name. */
export function readEvidence(evidence: unknown, proposal: unknown): ReadEvidence {
  const fields = isFields(evidence) ? evidence : {};
  const used = new Set<string>();
  const chain: Link[] = [];
  for (const { station, keys, headlines, isCode } of STATIONS) {
    const key = keys.find((name) => present(fields[name]));
    if (key) {
      used.add(key);
      const values = Array.isArray(fields[key]) ? (fields[key] as unknown[]) : [fields[key]];
      chain.push(...values.map((value) => linkOf(station, value, headlines, isCode)));
    }
  }
  if (present(proposal)) {
    chain.push(linkOf('Change', proposal, ['statement', 'ddl', 'sql', 'kind'], true));
  }
  return { chain, others: detailsOf(fields, used) };
}

function linkOf(station: Link['station'], value: unknown, headlines: string[], isCode: boolean): Link {
  if (!isFields(value)) {
    return { station, headline: asText(value), isCode, details: [] };
  }
  const key = headlines.find((name) => present(value[name]));
  return {
    station,
    headline: key ? asText(value[key]) : '',
    isCode,
    details: detailsOf(value, new Set(key ? [key] : [])),
  };
}

function detailsOf(fields: Fields, without: ReadonlySet<string>): [string, string][] {
  return Object.entries(fields)
    .filter(([key, value]) => !without.has(key) && present(value))
    .map(([key, value]) => [nameOf(key), asText(value)]);
}

/** "meanMs" as "Mean ms". */
function nameOf(key: string): string {
  return words(key.replace(/([a-z0-9])([A-Z])/g, '$1 $2'));
}

function asText(value: unknown): string {
  if (typeof value === 'number') {
    return value.toLocaleString('en', { maximumFractionDigits: 2 });
  }
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (Array.isArray(value)) {
    return value.map(asText).join(', ');
  }
  if (isFields(value)) {
    return detailsOf(value, new Set())
      .map(([name, text]) => `${name.toLowerCase()} ${text}`)
      .join(', ');
  }
  return '';
}

function present(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
