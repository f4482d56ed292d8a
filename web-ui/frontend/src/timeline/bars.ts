import type { Approval, Change, LoadTest, Step } from '../api/types';
import { elementName } from '../diagram/elementName';
import { words } from '../format/figures';
import { PHASES } from '../runs/phases';

export interface Bar {
  key: string;
  lane: 'STEP' | 'LOAD' | 'WAIT' | 'CHANGE';
  name: string;
  detail: string;
  from: number;
  to: number;
  /** Where a load's warm-up ends; what comes after was measured. */
  warmTo: number | null;
  failed: boolean;
}

export interface Happened {
  steps: Step[];
  loads: LoadTest[];
  approvals: Approval[];
  changes: Change[];
}

/** All that took time, in the order in which it began; what still goes on lasts until now. */
export function bars({ steps, loads, approvals, changes }: Happened, now: number): Bar[] {
  return [
    ...steps.map((step) => stepBar(step, now)),
    ...loads.map((load) => loadBar(load, now)),
    ...approvals.filter(({ status }) => status !== 'WITHDRAWN').map((approval) => waitBar(approval, now)),
    ...changes.flatMap((change) => changeBar(change, now)),
  ].sort((a, b) => a.from - b.from || LANES.indexOf(a.lane) - LANES.indexOf(b.lane));
}

const LANES: Bar['lane'][] = ['STEP', 'LOAD', 'WAIT', 'CHANGE'];

function stepBar(step: Step, now: number): Bar {
  const from = Date.parse(step.startedAt);
  return {
    key: `step ${step.id ?? `${step.elementId} ${step.startedAt}`}`,
    lane: 'STEP',
    name: step.name,
    detail: step.callerElement ? `in ${elementName(step.callerElement)}` : '',
    from,
    to: endOf(step.endedAt, step.status === 'STARTED' ? now : from),
    warmTo: null,
    failed: step.status === 'ERROR' || step.status === 'INCIDENT',
  };
}

function loadBar(load: LoadTest, now: number): Bar {
  const from = Date.parse(load.startedAt);
  return {
    key: `load ${load.id}`,
    lane: 'LOAD',
    name: `${words(load.profile)} load`,
    detail: `${PHASES[load.phase]}, round ${load.round}${load.status === 'VALID' ? '' : `, ${words(load.status).toLowerCase()}`}`,
    from,
    to: endOf(load.endedAt ?? null, load.status === 'RUNNING' ? now : from),
    warmTo: load.steadyFrom ? Date.parse(load.steadyFrom) : null,
    failed: load.status === 'INVALID' || load.status === 'LOST',
  };
}

function waitBar({ id, kind, requestedAt, decidedAt, decidedBy, status }: Approval, now: number): Bar {
  const by = decidedBy ? ` by ${decidedBy}` : '';
  return {
    key: `wait ${id}`,
    lane: 'WAIT',
    name: `Waited for a person: ${words(kind).toLowerCase()}`,
    detail: status === 'PENDING' ? '' : `${words(status).toLowerCase()}${by}`,
    from: Date.parse(requestedAt),
    to: endOf(decidedAt, now),
    warmTo: null,
    failed: status === 'REJECTED' || status === 'EXPIRED',
  };
}

/** From when it was applied until it was taken back; one that stays, to the end. */
function changeBar({ id, statement, status, appliedAt, endedAt }: Change, now: number): Bar[] {
  if (appliedAt === null) {
    return [];
  }
  return [
    {
      key: `change ${id}`,
      lane: 'CHANGE',
      name: statement,
      detail: `in place${status === 'REVERTED' ? ', then taken back' : ''}`,
      from: Date.parse(appliedAt),
      to: status === 'REVERTED' ? endOf(endedAt, now) : now,
      warmTo: null,
      failed: false,
    },
  ];
}

function endOf(instant: string | null, otherwise: number): number {
  return instant === null ? otherwise : Date.parse(instant);
}

export interface Span {
  from: number;
  to: number;
}

export function spanOf(all: Bar[]): Span {
  const from = Math.min(...all.map((bar) => bar.from));
  return { from, to: Math.max(from + 1, ...all.map((bar) => bar.to)) };
}

const ROUND_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
const MOST_TICKS = 8;

/** Round seconds since the beginning, few enough to be read. */
export function ticks({ from, to }: Span): number[] {
  const seconds = (to - from) / 1000;
  const step = ROUND_SECONDS.find((each) => seconds / each <= MOST_TICKS) ?? Math.ceil(seconds / MOST_TICKS);
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
}
