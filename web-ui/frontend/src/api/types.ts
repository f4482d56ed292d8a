import type { Outcome } from './outcomes';
export type { Info, Role, Session } from './sessionTypes';
import type { GuardAnswer, PlanContent } from './planTypes';

export type Intensity = 'QUICK' | 'STANDARD' | 'THOROUGH';
export type RunStatus = 'REQUESTED' | 'RUNNING' | 'ENDED';
export type { Outcome };
export type LoadProfile = 'BASELINE' | 'PEAK' | 'STRESS' | 'SOAK';
export type LoadPhase = 'PROFILE' | 'BEFORE' | 'AFTER' | 'WITHOUT' | 'ROLLED_BACK' | 'CALIBRATION';

export interface Run {
  id: string;
  target: string;
  intensity: Intensity;
  status: RunStatus;
  outcome: Outcome | null;
  requestedBy: string;
  requestedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  processInstanceKey: string | number | null;
  operateUrl: string | null;
  /** The id of the approval a person has to decide before the run goes on. */
  waitingFor: string | null;
  /** When the change window opens that the approved plan waits for. */
  waitsUntil: string | null;
  incident: { elementId: string; message: string | null } | null;
  cancelRequested: boolean;
  /** Whether it only asks if the target holds its regression guards. */
  gate: boolean;
  /** Whether it only measures how much alike load tests differ. */
  calibration: boolean;
}

export interface RunPage {
  items: Run[];
  nextCursor: string | null;
}

export type StepStatus = 'STARTED' | 'DONE' | 'RETRY' | 'ERROR' | 'INCIDENT';

export interface Step {
  id?: string | number;
  elementId: string;
  name: string;
  processId: string;
  callerElement: string | null;
  jobType: string;
  status: StepStatus;
  progress: number | null;
  message: string | null;
  attempt: number;
  startedAt: string;
  endedAt: string | null;
}

export type Level = 'HIGH' | 'MEDIUM' | 'LOW';
export type Layer = 'DATABASE' | 'CACHING' | 'APPLICATION' | 'INFRASTRUCTURE';

export interface Finding {
  id: string;
  rank: number;
  kind: string;
  layer: Layer;
  impact: number;
  confidence: Level;
  priority: Level;
  effort: 'QUICK' | 'COMPLEX' | 'ARCHITECTURE';
  summary: string;
  gainLowPct: number | null;
  gainHighPct: number | null;
  evidence: unknown;
  proposal: unknown;
}

export interface Refusal {
  subject: string;
  reason: string;
}

export interface Bottleneck {
  rank: number;
  layer: Layer;
  impact: number;
  summary: string;
}

export interface Findings {
  findings: Finding[];
  refusals: Refusal[];
  bottlenecks: Bottleneck[];
}

export interface BlindSpot {
  what: string;
  why: string;
  mend: string;
}

export type ChangeStatus =
  | 'PROPOSED'
  | 'APPLYING'
  | 'APPLIED'
  | 'TAKING_OUT'
  | 'OUT'
  | 'PUTTING_BACK'
  | 'UNDOING'
  | 'KEPT'
  | 'REVERTED'
  | 'SKIPPED'
  | 'TO_BE_TAKEN_BACK';

export interface Change {
  id: string;
  position: number;
  findingId: string | null;
  kind: string;
  statement: string;
  undoStatement: string;
  status: ChangeStatus;
  earned: boolean | null;
  note: string | null;
  appliedAt: string | null;
  endedAt: string | null;
  /** What each guard answered before it was begun, in the order in which they were asked. */
  guards: GuardAnswer[];
}

export interface Plan {
  tier: string | null;
  summary: string;
  document: string;
  createdAt: string | null;
  changes: Change[];
  /** The same as data; null in plans that an earlier version drafted. */
  content: PlanContent | null;
}

export interface LoadFigures {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  throughput: number;
  errorRate: number;
  count: number;
}

export interface LoadTest {
  id: string;
  phase: LoadPhase;
  profile: LoadProfile;
  round: number;
  attempt: number;
  status: 'RUNNING' | 'VALID' | 'INVALID' | 'LOST' | 'ABORTED';
  invalidReason: string | null;
  startedAt?: string | null;
  endedAt?: string | null;
  result: {
    all?: LoadFigures;
    requests?: Record<string, LoadFigures>;
    offeredRate?: number;
    effectiveRate?: number;
    generatorCpu?: number;
  } | null;
  /** What was looked at besides the latencies, once the test has ended. */
  checks?: LoadCheck[];
  reportUrl: string | null;
}

export interface LoadCheck {
  subject: string;
  state: 'FINE' | 'SPOILED' | 'NOTED' | 'NOT_LOOKED_AT';
  words: string;
}

export interface LoadWindow {
  second: string | number;
  count: number;
  errors: number;
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
}

export type Metric = 'P50_MS' | 'P95_MS' | 'P99_MS' | 'THROUGHPUT' | 'ERROR_RATE';
export type Judgement = 'PASS' | 'FAIL' | 'INCONCLUSIVE';

export interface Verdict {
  round: number;
  profile: LoadProfile;
  /** '' stands for all requests together. */
  request: string;
  metric: Metric;
  before: number | null;
  after: number | null;
  effectPct: number | null;
  ciLowPct: number | null;
  ciHighPct: number | null;
  result: Judgement;
  reason: string;
}

export interface Comparison {
  round: number;
  verdict: 'IMPROVED' | 'UNCHANGED' | 'REGRESSED' | 'INCONCLUSIVE';
  objectivesMet: boolean;
  gainSharePct: number;
  moreRuns: number;
  reason: string;
  /** Which knowledge of the noise between tests it rests on. */
  noise: string | null;
  comparedAt: string;
}

export interface Verdicts {
  verdicts: Verdict[];
  comparisons: Comparison[];
}

export interface Statement {
  queryId: string | number;
  query: string;
  calls: number;
  totalMs: number;
  meanMs: number;
  rows: number;
  sharedBlksHit: number;
  sharedBlksRead: number;
  tempBlks: number;
  walBytes: number;
  /** Between 0 and 1. */
  dbTimeShare: number;
  /** Empty where it was not captured. */
  details?: Partial<StatementDetails>;
  planFrom: string | null;
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

export interface TargetRow {
  name: string;
  baseUrl: string;
  updatedAt: string;
  lastRun?: Run | null;
}

export interface TargetDetail extends TargetRow {
  definition: string;
}

/** What Perfloop may switch on at a target, so that the next run sees more. */
export interface Observability {
  /** The run that found what is lacking; null while the target has none that ended. */
  runId: string | null;
  wish: {
    id: string;
    kind: 'SHOW' | 'APPLY' | 'UNDO';
    wishedBy: string;
    wishedAt: string;
    /** Null while the workers are at it. */
    fulfilledAt: string | null;
    /** What is lacking and not offered, with the reason, a line each. */
    note: string | null;
  } | null;
  offers: Pick<Change, 'id' | 'kind' | 'statement' | 'undoStatement' | 'status' | 'note' | 'appliedAt'>[];
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
  errors: number;
}
