import { describe, expect, it } from 'vitest';
import { mainState } from './diagramState';
import { moment, runWith, step } from './sampleSteps';
import { wayTaken, type Flow, type ModelGraph } from './wayTaken';

const flow = (source: string, target: string): Flow => ({ id: `${source}>${target}`, source, target });

function graph(flows: Flow[], traceless: string[], more: Partial<ModelGraph> = {}): ModelGraph {
  return { flows, traceless: new Set(traceless), parents: new Map(), exits: new Set(), ...more };
}

const stateOf = (...steps: Parameters<typeof mainState>[0]) => mainState(steps, runWith(), moment(100));

describe('the way taken', () => {
  it('leads through elements that leave no trace, and not to where nothing was done', () => {
    const model = graph(
      [flow('Start', 'A'), flow('A', 'Decide'), flow('Decide', 'Gateway'), flow('Gateway', 'B'), flow('Gateway', 'C')],
      ['Start', 'Decide', 'Gateway'],
    );

    const way = wayTaken(model, stateOf(step('A', 0, 1), step('B', 2, null)));

    expect(way.flows).toEqual(new Set(['Start>A', 'A>Decide', 'Decide>Gateway', 'Gateway>B']));
    expect(way.passed).toEqual(new Set(['Start', 'Decide', 'Gateway']));
  });

  it('does not take a loop that was never gone round', () => {
    const model = graph(
      [flow('A', 'B'), flow('B', 'Gateway'), flow('Gateway', 'A'), flow('Gateway', 'C')],
      ['Gateway'],
    );

    expect(wayTaken(model, stateOf(step('A', 0, 1), step('B', 2, 3), step('C', 4, 5))).flows.has('Gateway>A')).toBe(
      false,
    );
    expect(wayTaken(model, stateOf(step('A', 0, 1), step('B', 2, 3), step('A', 4, 5))).flows.has('Gateway>A')).toBe(
      true,
    );
  });

  it('enters and leaves a sub-process', () => {
    const model = graph([flow('A', 'Sub'), flow('InnerStart', 'Inner'), flow('Sub', 'B')], ['Sub', 'InnerStart'], {
      parents: new Map([['InnerStart', 'Sub']]),
    });

    const way = wayTaken(model, stateOf(step('A', 0, 1), step('Inner', 2, 3), step('B', 4, 5)));

    expect(way.flows).toEqual(new Set(['A>Sub', 'InnerStart>Inner', 'Sub>B']));
  });

  it('leaves by an error boundary only where the host failed', () => {
    const model = graph([flow('Apply', 'Next'), flow('Boundary', 'Undo')], ['Boundary'], {
      parents: new Map([['Boundary', 'Apply']]),
    });

    const failed = wayTaken(model, stateOf(step('Apply', 0, 1, { status: 'ERROR' }), step('Undo', 2, 3)));
    const fine = wayTaken(model, stateOf(step('Apply', 0, 1), step('Undo', 2, 3)));

    expect(failed.flows).toEqual(new Set(['Boundary>Undo']));
    expect(fine.flows).toEqual(new Set());
  });
});
