import type { Run, Step } from '../api/types';
import { elementName } from './elementName';
import { LOAD_PROCESS, MAIN_PROCESS } from './diagramState';

const START = Date.parse('2026-11-21T10:00:00Z');

/** For tests: a moment so many seconds into the run. */
export function at(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

export function moment(seconds: number): number {
  return START + seconds * 1000;
}

export function step(elementId: string, from: number, to: number | null, more: Partial<Step> = {}): Step {
  return {
    elementId,
    name: elementName(elementId),
    processId: more.callerElement ? LOAD_PROCESS : MAIN_PROCESS,
    callerElement: null,
    jobType: 'some-job',
    status: to === null ? 'STARTED' : 'DONE',
    progress: null,
    message: null,
    attempt: 1,
    startedAt: at(from),
    endedAt: to === null ? null : at(to),
    ...more,
  };
}

export function runWith(more: Partial<Run> = {}): Run {
  return {
    id: 'r1',
    target: 'shop',
    intensity: 'QUICK',
    status: 'RUNNING',
    outcome: null,
    requestedBy: 'operator',
    requestedAt: at(0),
    startedAt: at(0),
    endedAt: null,
    processInstanceKey: '1',
    operateUrl: null,
    waitingFor: null,
    waitsUntil: null,
    incident: null,
    cancelRequested: false,
    gate: false,
    calibration: false,
    ...more,
  };
}
