import type { Outcome, Run, Step } from '../api/types';
import { groupedBy } from '../format/groupedBy';

/** Stopped: the run ended here, though not where one hoped it would. */
export type Mark = 'active' | 'waiting' | 'done' | 'stopped' | 'failed';

export interface ElementState {
  mark: Mark;
  /** How often the element was worked on: rounds, retried loads, changes of a plan. */
  visits: number;
  millis: number;
  progress: number | null;
  message: string | null;
  /** Milliseconds since the epoch; an element nobody has finished ends never. */
  firstEnd: number;
  lastStart: number;
}

export type DiagramState = ReadonlyMap<string, ElementState>;

export const MAIN_PROCESS = 'performance-optimization';
export const GATE_PROCESS = 'regression-gate';
export const CALIBRATION_PROCESS = 'calibration';
export const LOAD_PROCESS = 'load-validation';

const APPROVAL_LISTENER = 'request-approval';
const END_LISTENER = 'write-summary';

/** The process that a run is an instance of. */
export function processOf(run: Run): string {
  if (run.calibration) {
    return CALIBRATION_PROCESS;
  }
  return run.gate ? GATE_PROCESS : MAIN_PROCESS;
}

/** The run's own process: steps of called processes count for the call activity that called them. */
export function mainState(steps: Step[], run: Run, now: number): DiagramState {
  const main = steps.filter((step) => step.processId === processOf(run) || step.callerElement !== null);
  const states = reduce(main, (step) => step.callerElement ?? step.elementId, now);
  markApprovals(states, main, run, now);
  markEnd(states, main, run);
  if (run.incident) {
    const caller = main.findLast((step) => step.elementId === run.incident?.elementId)?.callerElement;
    fail(states, caller ?? run.incident.elementId, run.incident.message);
  }
  return states;
}

/** A called process as it ran for one call activity. */
export function calledState(steps: Step[], processId: string, callerElement: string, now: number): DiagramState {
  return reduce(
    steps.filter((step) => step.processId === processId && step.callerElement === callerElement),
    (step) => step.elementId,
    now,
  );
}

/** The call activities of the run's own process that had this process run, directly or through another one. */
export function callersOf(steps: Step[], processId: string): string[] {
  return [...new Set(steps.filter((step) => step.processId === processId).flatMap((step) => step.callerElement ?? []))];
}

/** What the run's own process calls: load, and whatever else has run so far. */
export function calledProcesses(steps: Step[], own: string): string[] {
  return [...new Set([LOAD_PROCESS, ...steps.map((step) => step.processId)])].filter((id) => id !== own);
}

function reduce(steps: Step[], elementOf: (step: Step) => string, now: number): Map<string, ElementState> {
  const states = new Map<string, ElementState>();
  for (const [element, visits] of groupedBy(steps, elementOf)) {
    const latest = visits.reduce((a, b) => (b.startedAt >= a.startedAt ? b : a));
    const running = visits.findLast((step) => markOf(step) === 'active');
    states.set(element, {
      mark: running ? 'active' : markOf(latest),
      visits: visits.length,
      millis: span(visits, now),
      progress: running?.progress ?? null,
      message: (running ?? latest).message,
      firstEnd: Math.min(...visits.map((step) => (step.endedAt ? Date.parse(step.endedAt) : Infinity))),
      lastStart: Date.parse(latest.startedAt),
    });
  }
  return states;
}

function markOf(step: Step): Mark {
  switch (step.status) {
    case 'STARTED':
    case 'RETRY':
      return 'active';
    case 'DONE':
      return 'done';
    case 'ERROR':
    case 'INCIDENT':
      return 'failed';
  }
}

/** A user task's own job is only the listener that records the wish; the task lasts until the next thing happens. */
function markApprovals(states: Map<string, ElementState>, steps: Step[], run: Run, now: number): void {
  const wishes = steps.filter((step) => step.jobType === APPROVAL_LISTENER && step.status === 'DONE');
  for (const wish of wishes) {
    const state = states.get(wish.elementId);
    const asked = wish.endedAt ?? wish.startedAt;
    const next = steps.find(
      (step) => step.startedAt >= asked && step.jobType !== APPROVAL_LISTENER && notReminder(step),
    );
    const open = run.waitingFor !== null && !next && wish === wishes.at(-1);
    if (state) {
      const until = open ? now : Date.parse(next?.startedAt ?? run.endedAt ?? asked);
      states.set(wish.elementId, {
        ...state,
        mark: open ? 'waiting' : 'done',
        millis: Math.max(0, until - Date.parse(wish.startedAt)),
        firstEnd: open ? Infinity : until,
      });
    }
  }
}

function markEnd(states: Map<string, ElementState>, steps: Step[], run: Run): void {
  const end = steps.findLast((step) => step.jobType === END_LISTENER && step.status === 'DONE');
  const state = end && states.get(end.elementId);
  if (state && run.outcome) {
    states.set(end.elementId, { ...state, mark: markOfEnd(run.outcome) });
  }
}

function markOfEnd(outcome: Outcome): Mark {
  switch (outcome) {
    case 'TARGETS_MET':
    case 'ACCEPTABLE':
    case 'GUARDS_HELD':
    case 'CALIBRATED':
      return 'done';
    case 'FAILED':
      return 'failed';
    default:
      return 'stopped';
  }
}

function notReminder(step: Step): boolean {
  return step.jobType !== 'remind-approver';
}

function fail(states: Map<string, ElementState>, elementId: string, message: string | null): void {
  const state = states.get(elementId) ?? {
    visits: 1,
    millis: 0,
    progress: null,
    firstEnd: Infinity,
    lastStart: Infinity,
  };
  states.set(elementId, { ...state, mark: 'failed', message });
}

/** Time somebody worked on the element; visits that overlap, such as retries, count once. */
function span(visits: Step[], now: number): number {
  let total = 0;
  let reached = 0;
  for (const visit of [...visits].sort((a, b) => a.startedAt.localeCompare(b.startedAt))) {
    const from = Math.max(Date.parse(visit.startedAt), reached);
    const to = visit.endedAt ? Date.parse(visit.endedAt) : visit.status === 'STARTED' ? now : from;
    total += Math.max(0, to - from);
    reached = Math.max(reached, to);
  }
  return total;
}
