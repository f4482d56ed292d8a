import type { LoadFigures } from '../api/stored';
import type { LoadProfile, LoadTest, Metric, Run, Surroundings } from '../api/types';
import { rate, words } from '../format/figures';
import { differencePct } from '../measured/differences';

/** Whether a target is looked at as a run found it or as it left it. */
export type Stage = 'FOUND' | 'LEFT';

export interface Side {
  run: Run;
  loads: LoadTest[];
  surroundings: Surroundings;
}

export interface Row {
  profile: LoadProfile;
  /** '' stands for all requests together. */
  request: string;
  metric: Metric;
  a: number | null;
  b: number | null;
  differencePct: number | null;
}

export interface Mismatch {
  what: string;
  a: string;
  b: string;
}

const PROFILES: LoadProfile[] = ['BASELINE', 'PEAK', 'STRESS', 'SOAK'];
/** The most telling first. */
const PHASES = { FOUND: ['BEFORE', 'PROFILE', 'CALIBRATION'], LEFT: ['ROLLED_BACK', 'AFTER'] } as const;
const VALUES: Record<Metric, (figures: LoadFigures) => number> = {
  P50_MS: ({ p50Ms }) => p50Ms,
  P95_MS: ({ p95Ms }) => p95Ms,
  P99_MS: ({ p99Ms }) => p99Ms,
  THROUGHPUT: ({ throughput }) => throughput,
  ERROR_RATE: ({ errorRate }) => errorRate,
};

/** The last valid test of the phase that tells most. A gate changes nothing: it leaves the target as it found it. */
export function testOf({ run, loads }: Side, stage: Stage, profile: LoadProfile): LoadTest | undefined {
  const phases = run.gate ? (['AFTER', 'PROFILE'] as const) : PHASES[stage];
  const valid = loads.filter((load) => load.profile === profile && load.status === 'VALID' && load.result?.all);
  for (const phase of phases) {
    const found = valid
      .filter((load) => load.phase === phase)
      .sort((one, other) => one.round - other.round || one.attempt - other.attempt)
      .at(-1);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** A run that changed nothing was only looked at as it found its target. */
export function lastStage(side: Side): Stage {
  return PROFILES.some((profile) => testOf(side, 'LEFT', profile)) ? 'LEFT' : 'FOUND';
}

export function rowsOf(a: Side, stageA: Stage, b: Side, stageB: Stage): Row[] {
  return PROFILES.flatMap((profile) => {
    const one = testOf(a, stageA, profile)?.result;
    const other = testOf(b, stageB, profile)?.result;
    if (!one || !other) {
      return [];
    }
    const requests = new Set([...Object.keys(one.requests ?? {}), ...Object.keys(other.requests ?? {})]);
    return [
      ...rowsFor(profile, '', one.all, other.all),
      ...[...requests]
        .sort((x, y) => x.localeCompare(y))
        .flatMap((request) => rowsFor(profile, request, one.requests?.[request], other.requests?.[request])),
    ];
  });
}

function rowsFor(profile: LoadProfile, request: string, one?: LoadFigures, other?: LoadFigures): Row[] {
  return (Object.keys(VALUES) as Metric[]).map((metric) => {
    const a = valueOf(metric, one);
    const b = valueOf(metric, other);
    // A difference of two shares of failures in percent of the first would say more than it knows.
    return { profile, request, metric, a, b, differencePct: metric === 'ERROR_RATE' ? null : differencePct(a, b) };
  });
}

/** Of a request that was never sent there is none, and 0 ms would be a fine one. */
function valueOf(metric: Metric, figures?: LoadFigures): number | null {
  return figures && figures.count > 0 ? VALUES[metric](figures) : null;
}

/** What differs besides the target itself; with any of it the figures are not comparable. */
export function mismatches(a: Side, stageA: Stage, b: Side, stageB: Stage): Mismatch[] {
  const found: Mismatch[] = [];
  const compare = (what: string, one: string | null, other: string | null) => {
    if (one !== null && other !== null && one !== other) {
      found.push({ what, a: one, b: other });
    }
  };
  compare('Target', a.run.target, b.run.target);
  compare('Intensity', words(a.run.intensity), words(b.run.intensity));
  for (const profile of PROFILES) {
    const one = testOf(a, stageA, profile);
    const other = testOf(b, stageB, profile);
    if (one && other) {
      compare(`Rate of the ${profile.toLowerCase()} load`, rateOf(one), rateOf(other));
      compare(`Scenario of the ${profile.toLowerCase()} load`, scenarioOf(one), scenarioOf(other));
    }
  }
  compare('CPUs of the load’s machine', text(a.surroundings.cpus), text(b.surroundings.cpus));
  compare('PostgreSQL', text(a.surroundings.postgres), text(b.surroundings.postgres));
  if (found.length === 0 && a.surroundings.definition !== b.surroundings.definition) {
    found.push({ what: 'The target’s file', a: 'as it was then', b: 'edited since' });
  }
  return found;
}

/** What of the surroundings was not written down, so that nobody can say whether it differs. */
export function unknowns(a: Side, b: Side): string[] {
  const lacks = ({ surroundings }: Side) => surroundings.cpus === null || !surroundings.postgres;
  return lacks(a) || lacks(b) ? ['the machine and the version of PostgreSQL'] : [];
}

function rateOf({ config, result }: LoadTest): string | null {
  const asked = config.ratePerSecond ?? result?.offeredRate;
  return asked === undefined ? null : rate(asked);
}

function scenarioOf({ config }: LoadTest): string | null {
  const requests = config.requests;
  return requests
    ? requests
        .map(({ name, weight }) => (weight === undefined ? name : `${name} ×${weight}`))
        .sort()
        .join(', ')
    : null;
}

function text(value: number | string | null): string | null {
  return value === null || value === '' ? null : String(value);
}
