import { words } from '../format/figures';

/** A node of a plan, read from the output of EXPLAIN (FORMAT JSON). */
export interface PlanNode {
  title: string;
  conditions: [name: string, text: string][];
  estimatedRows: number;
  actualRows: number | null;
  cost: number;
  /** What is left of the cost without its inputs. */
  selfCost: number;
  /** Of the whole plan's cost, 0 to 1. */
  share: number;
  costliest: boolean;
  children: PlanNode[];
}

type Fields = Record<string, unknown>;

const CONDITIONS = ['Index Cond', 'Recheck Cond', 'Filter', 'Hash Cond', 'Merge Cond', 'Join Filter', 'Sort Key'];

export function readPlan(raw: unknown): PlanNode | null {
  const top: unknown = Array.isArray(raw) ? (raw[0] as Fields | undefined)?.Plan : (raw as Fields | null)?.Plan;
  if (typeof top !== 'object' || top === null) {
    return null;
  }
  const root = node(top as Fields, Math.max(number((top as Fields)['Total Cost']), 1e-9));
  const nodes = flat(root);
  const costliest = nodes.reduce((most, one) => (one.selfCost > most.selfCost ? one : most), root);
  costliest.costliest = true;
  return root;
}

function node(fields: Fields, whole: number): PlanNode {
  const children = (Array.isArray(fields.Plans) ? (fields.Plans as Fields[]) : []).map((child) => node(child, whole));
  const cost = number(fields['Total Cost']);
  const selfCost = Math.max(0, cost - children.reduce((sum, child) => sum + child.cost, 0));
  const relation = [fields.Schema, fields['Relation Name']].filter((part) => typeof part === 'string').join('.');
  const index = typeof fields['Index Name'] === 'string' ? ` using ${fields['Index Name']}` : '';
  return {
    title: `${String(fields['Node Type'])}${relation ? ` on ${relation}` : ''}${index}`,
    conditions: CONDITIONS.flatMap((name) => {
      const value = fields[name];
      const text = Array.isArray(value) ? value.join(', ') : value;
      return typeof text === 'string' ? [[name, text] as [string, string]] : [];
    }),
    estimatedRows: number(fields['Plan Rows']),
    actualRows: typeof fields['Actual Rows'] === 'number' ? fields['Actual Rows'] : null,
    cost,
    selfCost,
    share: selfCost / whole,
    costliest: false,
    children,
  };
}

function flat(root: PlanNode): PlanNode[] {
  return [root, ...root.children.flatMap(flat)];
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

const ORIGINS: Record<string, string> = {
  GENERIC_PLAN: 'As PostgreSQL plans it for any values; it was not run.',
  PREPARED_GENERIC_PLAN: 'As PostgreSQL plans it for any values; it was not run.',
  SAMPLED_CONSTANTS: 'As PostgreSQL plans it for values that its columns hold; it was not run.',
  ANALYSED: 'Run with values that its columns hold, in a read-only transaction that was rolled back.',
};

/** How a plan was had, for a reader; as it is written where that is new to us. */
export function originOf(how: string): string {
  return ORIGINS[how] ?? words(how);
}
