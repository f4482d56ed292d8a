import type { Intensity, LoadProfile, Metric, Outcome, RunStatus } from './types';

/** How much a latency differs between alike load tests, and the smallest change that so many tests a side would show. */
export interface Noise {
  profile: LoadProfile;
  request: string;
  metric: Metric;
  spreadPct: number;
  seenByOnePct: number;
  seenByTwoPct: number;
  seenByThreePct: number;
}

export interface Calibration {
  runId: string;
  target: string;
  intensity: Intensity;
  status: RunStatus;
  outcome: Outcome | null;
  wanted: number;
  /** Null until it was judged. */
  tests: number | null;
  leftOut: number | null;
  comparisons: number | null;
  falseAlarms: number | null;
  falseAlarmsAtMost: number | null;
  words: string | null;
  /** Null when it found nothing, or has not yet. */
  calibratedAt: string | null;
  cpus: number | null;
  postgres: string | null;
  /** Why it holds no longer; empty while it does. */
  stale: string[];
  noise: Noise[];
}
