import type { components } from './schema';
import type { LoadConfig, LoadResult, PlanContent, StatementDetails } from './stored';

/** schema.d.ts is generated from the published description of the API before each build, check and test. */
type Schemas = components['schemas'];

/** A part that the description leaves open, since it is a stored document. */
type With<T, Stored> = Omit<T, keyof Stored> & Stored;

export type Intensity = Schemas['Intensity'];
export type RunStatus = Schemas['RunStatus'];
export type Outcome = Schemas['Outcome'];
export type LoadProfile = Schemas['LoadProfile'];
export type LoadPhase = Schemas['LoadPhase'];
export type Level = Schemas['Level'];
export type Layer = Schemas['Layer'];
export type Metric = Schemas['Metric'];
export type Judgement = Schemas['Judgement'];
export type ChangeStatus = Schemas['ChangeStatus'];

export type Role = Schemas['Role'];
export type Session = Schemas['SessionView'];
export type Info = Schemas['InfoView'];

export type Run = Schemas['RunView'];
export type RunPage = Schemas['RunPage'];
/** One that a live event tells of may come without its ids. */
export type Step = Omit<Schemas['StepView'], 'id' | 'jobKey'> & Partial<Pick<Schemas['StepView'], 'id' | 'jobKey'>>;

export type Finding = Schemas['FindingView'];
export type Refusal = Schemas['RefusalView'];
export type Bottleneck = Schemas['BottleneckView'];
export type Findings = Schemas['FindingsView'];
export type BlindSpot = Schemas['BlindSpotView'];

export type GuardAnswer = Schemas['GuardAnswer'];
export type Change = Schemas['ChangeView'];
export type Plan = With<Schemas['PlanView'], { content: PlanContent | null }>;

/** A running test has no result yet. */
export type LoadTest = With<Schemas['LoadView'], { config: LoadConfig; result: LoadResult | null }>;
export type LoadCheck = Schemas['LoadCheckView'];
export type LoadWindow = Schemas['WindowView'];

/** The request '' stands for all requests together. */
export type Verdict = Schemas['VerdictView'];
export type Comparison = Schemas['ComparisonView'];
export type Verdicts = Schemas['VerdictsView'];

export type Statement = With<Schemas['StatementView'], { details: Partial<StatementDetails> }>;
export type Database = With<
  Schemas['DatabaseView'],
  { settings: Record<string, string>; waits: Record<string, number> }
>;
export type Series = Schemas['SeriesView'];

export type TargetRow = Schemas['TargetView'];
export type TargetDetail = Schemas['Described'];
export type Observability = Schemas['ObservabilityView'];

export type Log = Schemas['LogView'];
export type LogLine = Schemas['LineView'];

/** Response times of one phase, on the grid of their distribution. */
export type DistributionSide = Schemas['SideView'];
export type Distribution = Schemas['DistributionView'];
/** What one figure of the target came to while a load was driven; of a counter how fast it grew. */
export type Resource = Schemas['ResourceView'];
/** One statement in the load tests before and after; a side is null where it was not met or nobody counted. */
export type StatementChange = Schemas['StatementChangeView'];
export type StatementCounts = Schemas['CountsView'];

/** Runs of a target, the oldest first, with what was measured and done in them. */
export type TargetHistory = Schemas['HistoryView'];
export type RunMark = Schemas['RunMark'];
/** The steady part of one valid load test. */
export type Measured = Schemas['MeasuredView'];
export type ChangeMark = Schemas['ChangeMark'];
/** What figures of a run depend on besides its load. */
export type Surroundings = Schemas['SurroundingsView'];

export type ApprovalPage = Schemas['ApprovalPage'];
export type Approval = Schemas['ApprovalView'];
export type ApprovalStatus = Schemas['ApprovalStatus'];
export type Decision = Schemas['Decision'];

export type Noise = Schemas['NoiseView'];
export type Calibration = Schemas['CalibrationView'];

/** Milliseconds, or a share of requests for an error rate. */
export type Guard = Schemas['GuardView'];
export type Guards = Schemas['GuardsView'];
export type GuardCheck = Schemas['GuardCheckView'];
export type GuardResult = Schemas['GuardResult'];
export type Gate = Schemas['GateView'];

/** State BROKEN: no run can go well; LACKING: a run sees or does less. */
export type TargetCheck = Schemas['CheckView'];
export type CheckAsked = Schemas['CheckAskedView'];

/** Why it does not happen at once, in words, stands in the note. */
export type StartAnswer = Schemas['StartedView'];
export type AskedRun = Schemas['Asked'];
export type DecisionAnswer = Schemas['DecisionView'];

export type ProblemBody = Schemas['Problem'];
/** Of a refusal that is not about a document neither line nor field is known. */
export type FieldError = With<Schemas['FieldProblem'], { line: number | null; field: string | null }>;
export type Validation = Schemas['ValidationView'];

export type Overview = Schemas['OverviewView'];
export type TargetHealth = Schemas['HealthView'];

export type Outlook = Schemas['OutlookView'];

export type Token = Schemas['TokenView'];
export type TokenPage = Schemas['TokenPage'];
export type CreatedToken = Schemas['CreatedToken'];
export type AuditEvent = Schemas['AuditView'];
export type AuditPage = Schemas['AuditPage'];
