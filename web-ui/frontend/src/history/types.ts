import type { ChangeStatus, Intensity, LoadPhase, LoadProfile, Outcome, RunStatus } from '../api/types';

export interface RunMark {
  id: string;
  requestedAt: string;
  endedAt: string | null;
  status: RunStatus;
  outcome: Outcome | null;
  intensity: Intensity;
  gate: boolean;
  calibration: boolean;
  calibratedAt: string | null;
}

/** The steady part of one valid load test. */
export interface Measured {
  runId: string;
  loadTestId: string;
  phase: LoadPhase;
  profile: LoadProfile;
  at: string;
  /** Arrivals a second asked for. */
  rate: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  throughput: number;
  errorRate: number;
}

export interface ChangeMark {
  runId: string;
  kind: string;
  statement: string;
  status: ChangeStatus;
  appliedAt: string;
  endedAt: string | null;
}

export interface TargetHistory {
  target: string;
  request: string;
  requests: string[];
  /** Oldest first. */
  runs: RunMark[];
  measured: Measured[];
  changes: ChangeMark[];
  hasOlder: boolean;
}

/** What figures of a run depend on besides its load. */
export interface Surroundings {
  definition: string;
  cpus: number | null;
  postgres: string | null;
}
