import type { StressStep } from '../api/stored';
import type { LoadCheck, LoadTest } from '../api/types';
import type { PlotMark } from '../charts/plotOptions';
import type { Columns } from '../charts/series';
import { standsFor } from '../runs/beforeAfter';

export interface StressTest {
  phase: 'BEFORE' | 'AFTER';
  steps: StressStep[];
  /** Arrivals a second at which it broke; null when it held all of them. */
  breakingRate: number | null;
  /** What the test says of its breaking point and of the objectives. */
  words: LoadCheck[];
  /** What was at its end then, and what was looked at and was not. */
  saturated: LoadCheck[];
  calm: LoadCheck[];
}

const SATURATION = 'Saturation: ';

export function stressTests(loads: LoadTest[]): StressTest[] {
  return (['BEFORE', 'AFTER'] as const).flatMap((phase) => {
    const load = standsFor(loads, 'STRESS', phase);
    const steps = load?.result?.steps ?? [];
    return load && steps.length > 0 ? [stressTest(phase, load, steps)] : [];
  });
}

function stressTest(phase: 'BEFORE' | 'AFTER', load: LoadTest, steps: StressStep[]): StressTest {
  const { checks } = load;
  const resources = checks
    .filter(({ subject }) => subject.startsWith(SATURATION))
    .map((check) => ({ ...check, subject: check.subject.slice(SATURATION.length) }));
  return {
    phase,
    steps,
    breakingRate: load.result?.breakingRate ?? null,
    words: checks.filter(({ subject }) => subject === 'Breaking point' || subject === 'Objectives under stress'),
    saturated: resources.filter(({ state }) => state === 'NOTED' || state === 'SPOILED'),
    calm: resources.filter(({ state }) => state === 'FINE' || state === 'NOT_LOOKED_AT'),
  };
}

/** By arrivals a second, each test with one column; steps of both stand in one row where their rates are the same. */
export function byRate(tests: StressTest[], value: (step: StressStep) => number): Columns {
  const rates = [...new Set(tests.flatMap(({ steps }) => steps.map(({ rate }) => rate)))].sort((a, b) => a - b);
  return [
    rates,
    ...(['BEFORE', 'AFTER'] as const).map((phase) => {
      const steps = tests.find((test) => test.phase === phase)?.steps ?? [];
      return rates.map((rate) => {
        const step = steps.find((each) => each.rate === rate);
        return step ? value(step) : null;
      });
    }),
  ];
}

export function breakingPoints(tests: StressTest[]): PlotMark[] {
  return tests.flatMap(({ phase, breakingRate }) =>
    breakingRate === null
      ? []
      : [{ at: breakingRate, token: phase === 'BEFORE' ? '--chart-before' : '--chart-after', dashed: true }],
  );
}
