import type { LoadPhase, LoadProfile } from './types';

// Documents that workers store and the API passes on as they are: its description calls them JSON and says no more.

/** What of a plan's data is needed to decide about its changes; there is more in it. */
export interface PlanContent {
  steps: {
    changeId: string;
    position: number;
    needs: { changeId: string; position: number; why: string }[];
    /** Whom it may keep waiting, how long, and what it takes. */
    risks?: string[];
  }[];
}

export interface LoadFigures {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  throughput: number;
  errorRate: number;
  count: number;
}

/** What a load test was asked to do. */
export interface LoadConfig {
  ratePerSecond?: number;
  requests?: { name: string; method: string; weight?: number }[];
}

/** One rate of a stress test. */
export interface StressStep {
  rate: number;
  figures: LoadFigures;
}

export interface LoadResult {
  steps?: StressStep[];
  breakingRate?: number;
  all?: LoadFigures;
  requests?: Record<string, LoadFigures>;
  offeredRate?: number;
  effectiveRate?: number;
  generatorCpu?: number;
}

/** A live figure of a running load test, once a second. */
export interface LoadProgress {
  loadTestId: string;
  phase: LoadPhase;
  profile: LoadProfile;
  elapsed: number;
  of: number;
  rate: number;
  p95Ms: number | null;
  /** Absent in what earlier versions wrote, as the next. */
  p50Ms?: number;
  p99Ms?: number;
  errors: number;
}

/** Times of all calls in the window; planning and blocks are 0 while the server does not track them. */
export interface StatementDetails {
  maxMs: number;
  stddevMs: number;
  planMs: number;
  readMs: number;
  writeMs: number;
  jitMs: number;
  blocksDirtied: number;
  tempRead: number;
  tempWritten: number;
}

/** A table with the work on it in the window of the profile. */
export interface TableFacts {
  schema: string;
  name: string;
  /** r table, p partitioned table, m materialised view, x a partition. */
  kind: string;
  /** The planner's estimate; negative when it was never analysed. */
  rows: number;
  pages: number;
  sizeBytes: number;
  inserted: number;
  updated: number;
  deleted: number;
  sequentialScans: number;
  sequentialRows: number;
  indexScans: number;
  upkeep: {
    liveRows: number;
    deadRows: number;
    modifiedSinceAnalyse: number;
    lastAnalysed: string | null;
    lastVacuumed: string | null;
    hotUpdated: number;
    /** Pages the live rows would fill; 0 when unknown. */
    expectedPages: number;
  };
}

export interface IndexFacts {
  schema: string;
  table: string;
  name: string;
  method: string;
  unique: boolean;
  primary: boolean;
  valid: boolean;
  keys: { expression: string; descending: boolean }[];
  include: string[];
  predicate: string | null;
  sizeBytes: number;
  /** In the window of the profile. */
  scans: number;
  made: { definition: string; constraint: boolean; scansEver: number };
}
