import { describe, expect, it } from 'vitest';
import type { Approval, Change, LoadTest, LogLine, Step } from '../api/types';
import { bars, spanOf, ticks } from './bars';
import { chosenLines, toneOf } from './logLines';

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 8, 0, second)).toISOString();
const ms = (second: number) => Date.parse(at(second));

const step = (from: number, to: number | null, status: Step['status'] = 'DONE'): Step => ({
  elementId: 'Task_Apply',
  name: 'Apply change',
  processId: 'p',
  callerElement: null,
  jobType: 'apply-change',
  status,
  progress: null,
  message: null,
  attempt: 1,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});

const load: LoadTest = {
  id: 'l',
  phase: 'BEFORE',
  profile: 'BASELINE',
  round: 1,
  attempt: 1,
  status: 'VALID',
  invalidReason: null,
  startedAt: at(10),
  steadyFrom: at(15),
  endedAt: at(40),
  checks: [],
  config: {},
  result: null,
  reportUrl: null,
};

const approval = { id: 'a', kind: 'PLAN', status: 'PENDING', requestedAt: at(5), decidedAt: null } as Approval;
const change = {
  id: 'c',
  statement: 'CREATE INDEX a',
  status: 'REVERTED',
  appliedAt: at(20),
  endedAt: at(30),
} as Change;

describe('the time line', () => {
  it('holds steps, waiting, loads and changes in the order in which they began', () => {
    const all = bars({ steps: [step(0, 4)], loads: [load], approvals: [approval], changes: [change] }, ms(60));

    expect(all.map(({ lane, from, to }) => [lane, (from - ms(0)) / 1000, (to - ms(0)) / 1000])).toEqual([
      ['STEP', 0, 4],
      ['WAIT', 5, 60],
      ['LOAD', 10, 40],
      ['CHANGE', 20, 30],
    ]);
    expect(all[2]?.warmTo).toBe(ms(15));
    expect(spanOf(all)).toEqual({ from: ms(0), to: ms(60) });
  });

  it('lets last until now what is at work, and a kept change to the end', () => {
    const all = bars(
      { steps: [step(0, null, 'STARTED')], loads: [], approvals: [], changes: [{ ...change, status: 'KEPT' }] },
      ms(50),
    );

    expect(all.map(({ to }) => to)).toEqual([ms(50), ms(50)]);
  });

  it('has nothing of a change that was never applied, nor of a question nobody asks any more', () => {
    const gone = { ...approval, status: 'WITHDRAWN' } as Approval;

    expect(bars({ steps: [], loads: [], approvals: [gone], changes: [{ ...change, appliedAt: null }] }, 0)).toEqual([]);
  });

  it('is divided at round seconds, at most nine times', () => {
    expect(ticks({ from: 0, to: 60_000 })).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(ticks({ from: 0, to: 3_600_000 })).toEqual([0, 600, 1200, 1800, 2400, 3000, 3600]);
    expect(ticks({ from: 0, to: 400 * 86_400_000 }).length).toBeLessThanOrEqual(9);
  });
});

describe('the log', () => {
  const line = (more: Partial<LogLine>): LogLine => ({
    at: at(0),
    kind: 'STEP',
    state: 'DONE',
    subject: 'Apply change',
    words: null,
    ...more,
  });

  it('is filtered by kind and by every word', () => {
    const lines = [line({}), line({ kind: 'GUARD', words: 'The CPUs are busy.' }), line({ words: 'index done' })];

    expect(chosenLines(lines, '', 'APPLY index')).toEqual([lines[2]]);
    expect(chosenLines(lines, 'GUARD', '')).toEqual([lines[1]]);
    expect(chosenLines(lines, 'LOAD', '')).toEqual([]);
  });

  it('tells bad from doubtful', () => {
    expect(toneOf(line({ state: 'INCIDENT' }))).toBe('bad');
    expect(toneOf(line({ state: 'RETRY' }))).toBe('doubtful');
    expect(toneOf(line({}))).toBe('calm');
  });
});
