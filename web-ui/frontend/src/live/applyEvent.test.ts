import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { alertKeys } from '../api/alerts';
import { keys } from '../api/keys';
import type { LoadProgress } from '../api/stored';
import type { Run, RunPage, Step } from '../api/types';
import { at, runWith, step } from '../diagram/sampleSteps';
import { marksKey } from '../monitoring/queries';
import { appendProgress, applyEvent } from './applyEvent';
import { parseEvent, type LiveEvent } from './events';

let cache: QueryClient;

beforeEach(() => {
  cache = new QueryClient();
  cache.setQueryData<Step[]>(keys.steps('r1'), [step('Task_OpenRun', 0, 1, { id: '1' })]);
  cache.setQueryData<Run>(keys.runDetail('r1'), runWith());
  cache.setQueryData(keys.runs, { pages: [{ items: [runWith()], nextCursor: null }], pageParams: [null] });
});

const steps = () => cache.getQueryData<Step[]>(keys.steps('r1')) ?? [];
const run = () => cache.getQueryData<Run>(keys.runDetail('r1'));
const listed = () => cache.getQueryData<{ pages: RunPage[] }>(keys.runs)?.pages[0]?.items[0];
const stepEvent = (payload: Step): LiveEvent => ({ runId: 'r1', at: at(9), kind: 'STEP', payload });

describe('a live event', () => {
  it('adds a new step and replaces a known one', () => {
    applyEvent(cache, stepEvent(step('Task_DraftPlan', 2, null, { id: '2' })));
    applyEvent(cache, stepEvent(step('Task_DraftPlan', 2, 3, { id: '2' })));

    expect(steps().map(({ id, status }) => [id, status])).toEqual([
      ['1', 'DONE'],
      ['2', 'DONE'],
    ]);
  });

  it('shows an incident on the run and in the list, and takes it off when the step goes on', () => {
    applyEvent(cache, stepEvent(step('Task_ApplyChange', 2, 3, { id: '2', status: 'INCIDENT', message: 'refused' })));
    expect(run()?.incident).toEqual({ elementId: 'Task_ApplyChange', message: 'refused' });
    expect(listed()?.incident).not.toBeNull();

    applyEvent(cache, stepEvent(step('Task_ApplyChange', 4, null, { id: '3' })));
    expect(run()?.incident).toBeNull();
  });

  it('marks a run that waits for a person, until the decision', () => {
    const approval = (status: string): LiveEvent => ({
      runId: 'r1',
      at: at(5),
      kind: 'APPROVAL',
      payload: { approvalId: 'r1-plan', kind: 'PLAN', status },
    });

    applyEvent(cache, approval('PENDING'));
    expect(listed()?.waitingFor).toBe('r1-plan');

    applyEvent(cache, approval('APPROVED'));
    expect(run()?.waitingFor).toBeNull();
  });

  it('ends a run with its outcome', () => {
    applyEvent(cache, { runId: 'r1', at: at(60), kind: 'ENDED', payload: { outcome: 'TARGETS_MET' } });

    expect(listed()).toMatchObject({ status: 'ENDED', outcome: 'TARGETS_MET', endedAt: at(60) });
  });

  it('makes stale what a finished step has written', () => {
    cache.setQueryData(keys.findings('r1'), { findings: [], refusals: [], bottlenecks: [] });

    applyEvent(cache, stepEvent(step('Task_FindRootCauses', 2, 3, { id: '2', jobType: 'find-root-causes' })));

    expect(cache.getQueryState(keys.findings('r1'))?.isInvalidated).toBe(true);
  });

  it('makes the inbox and the marks of the target stale when an alert comes or changes', () => {
    cache.setQueryData([...alertKeys, false], []);
    cache.setQueryData([...marksKey('shop'), 3], []);
    const event = parseEvent(
      '{"runId": null, "target": "shop", "at": "now", "kind": "ALERT", "payload": {"alertId": "a1", "state": "OPEN"}}',
    );

    applyEvent(cache, event ?? expect.fail('this is an event'));

    expect(cache.getQueryState([...alertKeys, false])?.isInvalidated).toBe(true);
    expect(cache.getQueryState([...marksKey('shop'), 3])?.isInvalidated).toBe(true);
  });

  it('has the list asked for again when it tells of a run nobody has seen yet', () => {
    applyEvent(cache, { runId: 'r2', at: at(9), kind: 'STEP', payload: step('Task_OpenRun', 0, null) });

    expect(cache.getQueryState(keys.runs)?.isInvalidated).toBe(true);
  });
});

describe('load progress', () => {
  const second = (elapsed: number, loadTestId = 'l1'): LoadProgress => ({
    loadTestId,
    phase: 'BEFORE',
    profile: 'PEAK',
    elapsed,
    of: 60,
    rate: 80,
    p95Ms: 100,
    errors: 0,
  });

  it('grows by new seconds, ignores repeated ones and starts afresh with another load test', () => {
    let seen = [second(1), second(2)].reduce(appendProgress, []);
    seen = appendProgress(seen, second(2));
    expect(seen).toHaveLength(2);
    expect(appendProgress(seen, second(1, 'l2'))).toEqual([second(1, 'l2')]);
  });
});

describe('what comes over the wire', () => {
  it.each(['', 'not json', '{}', '{"runId":"r1"}'])('is ignored when it is no event: %j', (data) => {
    expect(parseEvent(data)).toBeNull();
  });
});
