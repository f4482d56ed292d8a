import { groupedBy } from '../format/groupedBy';
import type { DiagramState } from './diagramState';

export interface Flow {
  id: string;
  source: string;
  target: string;
}

/** The part of a BPMN model that says where a token can go. */
export interface ModelGraph {
  flows: Flow[];
  /** Elements that leave no trace in the journal: gateways, business rules, start events, sub-processes. */
  traceless: ReadonlySet<string>;
  /** Boundary event to its host, inner start event to its sub-process. */
  parents: ReadonlyMap<string, string>;
  /** Boundary events that fire without a failure of their host: a decision by message. */
  exits: ReadonlySet<string>;
}

export interface WayTaken {
  flows: ReadonlySet<string>;
  passed: ReadonlySet<string>;
}

/** The journal knows jobs only; what lies between two worked elements is inferred from the model and from the times. */
export function wayTaken(graph: ModelGraph, state: DiagramState): WayTaken {
  const into = groupedBy(graph.flows, (flow) => flow.target);
  const flows = new Set<string>();
  const passed = new Set<string>();

  const worked = (element: string, before: number) => {
    const source = state.get(element);
    return source !== undefined && source.firstEnd <= before;
  };

  /** Whether work that ended before the given moment leads here through traceless elements only; marks the way. */
  const reached = (element: string, before: number, seen: ReadonlySet<string>): boolean => {
    if (seen.has(element)) {
      return false;
    }
    const path = new Set(seen).add(element);
    let found = false;
    for (const flow of into.get(element) ?? []) {
      if (worked(flow.source, before) || pass(flow.source, before, path)) {
        flows.add(flow.id);
        found = true;
      }
    }
    const parent = graph.parents.get(element);
    if (parent !== undefined) {
      return found || worked(parent, before) || pass(parent, before, path);
    }
    return found || !into.has(element);
  };

  const pass = (element: string, before: number, seen: ReadonlySet<string>): boolean => {
    if (!graph.traceless.has(element) || (isBoundary(element) && !mayHaveFired(element))) {
      return false;
    }
    const through = reached(element, before, seen);
    if (through) {
      passed.add(element);
    }
    return through;
  };

  const isBoundary = (element: string) => state.has(graph.parents.get(element) ?? '');
  const mayHaveFired = (element: string) =>
    graph.exits.has(element) || state.get(graph.parents.get(element) ?? '')?.mark === 'failed';

  for (const [element, { lastStart }] of state) {
    reached(element, lastStart, new Set());
  }
  return { flows, passed };
}

/** Flows side by side from one element to the next: one of them was taken, which one the journal does not tell. */
export function eitherOf(taken: Flow[]): string[] {
  return [...groupedBy(taken, ({ source, target }) => `${source} ${target}`).values()]
    .filter((flows) => flows.length > 1)
    .flatMap((flows) => flows.map(({ id }) => id));
}
