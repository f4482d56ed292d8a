import type { LoadPhase, LoadProfile, LoadTest, Metric, Verdict } from '../api/types';
import { groupedBy } from '../format/groupedBy';
import { millis, rate, share } from '../format/figures';

export const METRICS: Record<
  Metric,
  { label: string; format: (value: number | null) => string; lowerIsBetter: boolean }
> = {
  P50_MS: { label: 'p50', format: millis, lowerIsBetter: true },
  P95_MS: { label: 'p95', format: millis, lowerIsBetter: true },
  P99_MS: { label: 'p99', format: millis, lowerIsBetter: true },
  THROUGHPUT: { label: 'Throughput', format: rate, lowerIsBetter: false },
  ERROR_RATE: { label: 'Error rate', format: share, lowerIsBetter: true },
};

const METRIC_ORDER = Object.keys(METRICS) as Metric[];
const PROFILE_ORDER: LoadProfile[] = ['BASELINE', 'PEAK', 'STRESS', 'SOAK'];

export interface ProfileVerdicts {
  profile: LoadProfile;
  overall: Verdict[];
  requests: { request: string; verdicts: Verdict[] }[];
}

/** The last round's verdicts, profile by profile: all requests together first, then request by request. */
export function byProfile(verdicts: Verdict[]): ProfileVerdicts[] {
  const lastRound = Math.max(0, ...verdicts.map((verdict) => verdict.round));
  const groups = groupedBy(
    verdicts.filter((verdict) => verdict.round === lastRound),
    (verdict) => verdict.profile,
  );
  return PROFILE_ORDER.flatMap((profile) => {
    const ofProfile = groups.get(profile);
    return ofProfile ? [profileOf(profile, ofProfile)] : [];
  });
}

function profileOf(profile: LoadProfile, verdicts: Verdict[]): ProfileVerdicts {
  const requests = groupedBy(verdicts, (verdict) => verdict.request);
  return {
    profile,
    overall: inOrder(requests.get('') ?? []),
    requests: [...requests]
      .filter(([request]) => request !== '')
      .map(([request, own]) => ({ request, verdicts: inOrder(own) }))
      .sort((a, b) => a.request.localeCompare(b.request)),
  };
}

function inOrder(verdicts: Verdict[]): Verdict[] {
  return [...verdicts].sort((a, b) => METRIC_ORDER.indexOf(a.metric) - METRIC_ORDER.indexOf(b.metric));
}

/** The valid load test that stands for a phase: the one of the last round and attempt. */
export function standsFor(loads: LoadTest[], profile: LoadProfile, phase: LoadPhase): LoadTest | undefined {
  return loads
    .filter((load) => load.profile === profile && load.phase === phase && load.status === 'VALID')
    .sort((a, b) => a.round - b.round || a.attempt - b.attempt)
    .at(-1);
}

export function isGain(metric: Metric, effectPct: number): boolean {
  return METRICS[metric].lowerIsBetter ? effectPct < 0 : effectPct > 0;
}
