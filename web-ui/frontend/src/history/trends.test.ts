import { describe, expect, it } from 'vitest';
import { events, markOf, trends, wholeOf } from './trends';
import type { ChangeMark, Measured, RunMark, TargetHistory } from '../api/types';

const measured = (more: Partial<Measured>): Measured => ({
  runId: 'r1',
  loadTestId: 'l1',
  phase: 'BEFORE',
  profile: 'BASELINE',
  at: '2026-11-20T08:00:00Z',
  rate: 40,
  p50Ms: 5,
  p95Ms: 20,
  p99Ms: 30,
  throughput: 39.9,
  errorRate: 0,
  ...more,
});

const change = (more: Partial<ChangeMark>): ChangeMark => ({
  runId: 'r1',
  kind: 'CREATE_INDEX',
  statement: 'CREATE INDEX a',
  status: 'KEPT',
  appliedAt: '2026-11-20T08:10:00Z',
  endedAt: '2026-11-20T08:20:00Z',
  ...more,
});

const run: RunMark = {
  id: 'r2',
  requestedAt: '2026-11-20T07:00:00Z',
  endedAt: null,
  status: 'ENDED',
  outcome: 'CALIBRATED',
  intensity: 'QUICK',
  gate: false,
  calibration: true,
  calibratedAt: '2026-11-20T07:30:00Z',
};

const page = (more: Partial<TargetHistory>): TargetHistory => ({
  target: 'shop',
  request: '',
  requests: [],
  runs: [],
  measured: [],
  changes: [],
  nextCursor: null,
  ...more,
});

describe('pages', () => {
  it('are one history in time that keeps the marks of older runs', () => {
    const whole = wholeOf([
      page({ runs: [{ ...run, id: 'r8' }, run], measured: [measured({ runId: 'r8' })], requests: ['list'] }),
      page({
        runs: [{ ...run, id: 'r1' }],
        changes: [change({})],
        measured: [measured({})],
        requests: ['buy', 'list'],
      }),
    ]);

    expect(whole.runs.map(({ id }) => id)).toEqual(['r1', 'r8', 'r2']);
    expect(whole.measured.map(({ runId }) => runId)).toEqual(['r1', 'r8']);
    expect(whole.requests).toEqual(['buy', 'list']);
    expect(events(whole.changes, whole.runs).map(({ kind }) => kind)).toContain('KEPT');
  });
});

describe('trends', () => {
  it('are one line a profile, in time, with the rates they were driven at', () => {
    const lines = trends(
      [
        measured({ profile: 'PEAK', rate: 80, p95Ms: 90 }),
        measured({ at: '2026-11-21T08:00:00Z', p95Ms: 10, rate: 60, runId: 'r9' }),
        measured({}),
      ],
      'P95_MS',
    );

    expect(lines.map(({ profile }) => profile)).toEqual(['BASELINE', 'PEAK']);
    expect(lines[0]?.columns[1]).toEqual([20, 10]);
    expect(lines[0]?.points.map(({ runId }) => runId)).toEqual(['r1', 'r9']);
    expect(lines[0]?.rates).toEqual([40, 60]);
  });
});

describe('what was done', () => {
  it('is told in time: applied, then kept or taken back, and calibrations', () => {
    const done = events(
      [change({ status: 'REVERTED' }), change({ runId: 'r3', status: 'APPLIED', endedAt: null })],
      [run],
    );

    expect(done.map(({ kind, runId }) => [kind, runId])).toEqual([
      ['CALIBRATED', 'r2'],
      ['APPLIED', 'r1'],
      ['APPLIED', 'r3'],
      ['UNDONE', 'r1'],
    ]);
  });

  it('is marked at its second', () => {
    const [applied] = events([change({})], []);
    if (!applied) throw new Error('no event');

    expect(markOf(applied).at).toBe(Date.parse('2026-11-20T08:10:00Z') / 1000);
  });
});
