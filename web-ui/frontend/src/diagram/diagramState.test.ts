import { describe, expect, it } from 'vitest';
import { calledProcesses, calledState, callersOf, LOAD_PROCESS, MAIN_PROCESS, mainState } from './diagramState';
import { moment, runWith, step } from './sampleSteps';

describe('the state of the main diagram', () => {
  it('shows what runs as active with its progress, and what ended as done with its time', () => {
    const steps = [step('Task_OpenRun', 0, 2), step('Task_CollectBaseline', 2, null, { progress: 40 })];

    const state = mainState(steps, runWith(), moment(12));

    expect(state.get('Task_OpenRun')).toMatchObject({ mark: 'done', millis: 2_000 });
    expect(state.get('Task_CollectBaseline')).toMatchObject({ mark: 'active', millis: 10_000, progress: 40 });
  });

  it('counts a call activity as active while a step of the called process runs', () => {
    const called = { callerElement: 'CallActivity_MeasureBefore' };
    const steps = [step('Task_RunBaseline', 0, 40, called), step('Task_RunPeak', 41, null, called)];

    const state = mainState(steps, runWith(), moment(50));

    expect(state.get('CallActivity_MeasureBefore')).toMatchObject({ mark: 'active', visits: 2, millis: 49_000 });
    expect(state.has('Task_RunPeak')).toBe(false);
  });

  it('keeps a user task waiting while its approval is pending, although its listener is done', () => {
    const steps = [step('Task_ApprovePlan', 5, 6, { jobType: 'request-approval' })];

    const state = mainState(steps, runWith({ waitingFor: 'r1-plan' }), moment(65));

    expect(state.get('Task_ApprovePlan')).toMatchObject({ mark: 'waiting', millis: 60_000, firstEnd: Infinity });
  });

  it('ends a user task where the next step begins', () => {
    const steps = [
      step('Task_ApprovePlan', 5, 6, { jobType: 'request-approval' }),
      step('Task_RemindApprover', 20, 21, { jobType: 'remind-approver' }),
      step('Task_RecordDecision', 35, 36),
    ];

    expect(mainState(steps, runWith(), moment(99)).get('Task_ApprovePlan')).toMatchObject({
      mark: 'done',
      millis: 30_000,
    });
  });

  it('shows an incident at the call activity whose called step is stuck', () => {
    const called = { callerElement: 'CallActivity_MeasureBefore' };
    const steps = [step('Task_RunPeak', 0, 9, { ...called, status: 'INCIDENT', message: 'refused' })];
    const run = runWith({ incident: { elementId: 'Task_RunPeak', message: 'refused' } });

    expect(mainState(steps, run, moment(10)).get('CallActivity_MeasureBefore')).toMatchObject({
      mark: 'failed',
      message: 'refused',
    });
  });

  it.each([
    ['TARGETS_MET', 'done'],
    ['GUARDS_HELD', 'done'],
    ['GUARDS_BROKEN', 'stopped'],
    ['ROLLED_BACK', 'stopped'],
    ['FAILED', 'failed'],
  ] as const)('marks the end event of a run that ended %s as %s', (outcome, mark) => {
    const steps = [step('EndEvent_Any', 5, 6, { jobType: 'write-summary' })];

    expect(mainState(steps, runWith({ status: 'ENDED', outcome }), moment(7)).get('EndEvent_Any')).toMatchObject({
      mark,
    });
  });
});

describe('the state of a called diagram', () => {
  it('holds the steps of one caller only, the last round deciding', () => {
    const after = { callerElement: 'CallActivity_MeasureAfter' };
    const steps = [
      step('Task_RunBaseline', 0, 40, { callerElement: 'CallActivity_MeasureBefore' }),
      step('Task_RunBaseline', 50, 90, { ...after, status: 'ERROR' }),
      step('Task_RunBaseline', 91, 131, after),
    ];

    expect(
      calledState(steps, LOAD_PROCESS, 'CallActivity_MeasureAfter', moment(140)).get('Task_RunBaseline'),
    ).toMatchObject({
      mark: 'done',
      visits: 2,
      millis: 80_000,
    });
  });

  it('is there for each process that has run, with those who called it', () => {
    const attributed = { callerElement: 'CallActivity_AttributeGains' };
    const steps = [
      step('Task_OpenRun', 0, 1),
      step('Task_RunBaseline', 10, 40, { callerElement: 'CallActivity_MeasureAfter' }),
      step('Task_TakeOutChanges', 50, 51, { ...attributed, processId: 'measure-without' }),
      step('Task_RunBaseline', 52, 90, attributed),
    ];

    expect(calledProcesses(steps, MAIN_PROCESS)).toEqual([LOAD_PROCESS, 'measure-without']);
    expect(callersOf(steps, LOAD_PROCESS)).toEqual(['CallActivity_MeasureAfter', 'CallActivity_AttributeGains']);
    expect([...calledState(steps, 'measure-without', attributed.callerElement, moment(95)).keys()]).toEqual([
      'Task_TakeOutChanges',
    ]);
  });
});
