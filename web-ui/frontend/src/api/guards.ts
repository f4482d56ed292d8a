import type { LoadProfile, Metric, Outcome, RunStatus } from './types';

export type GuardResult = 'HELD' | 'REGRESSED' | 'INCONCLUSIVE';

/** Milliseconds, or a share of requests for an error rate; no request means all of them together. */
export interface Guard {
  profile: LoadProfile;
  request: string;
  metric: Metric;
  ceiling: number;
  runId: string;
  looserCeiling: number | null;
}

export interface Guards {
  target: string;
  guards: Guard[];
}

export interface GuardCheck {
  profile: LoadProfile;
  request: string;
  metric: Metric;
  ceiling: number;
  value: number | null;
  low: number | null;
  high: number | null;
  result: GuardResult;
  reason: string;
}

export interface Gate {
  runId: string;
  target: string;
  status: RunStatus;
  outcome: Outcome | null;
  /** Null until it was judged. */
  result: GuardResult | null;
  reason: string | null;
  /** Which knowledge of the noise between tests its bounds rest on. */
  noise: string | null;
  profiles: LoadProfile[];
  notAsked: number;
  checks: GuardCheck[];
}
