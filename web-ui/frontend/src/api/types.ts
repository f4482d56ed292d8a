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

export type Overview = Schemas['OverviewView'];
export type TargetHealth = Schemas['HealthView'];

export type Outlook = Schemas['OutlookView'];

export type Token = Schemas['TokenView'];
export type AuditEvent = Schemas['AuditView'];
export type AuditPage = Schemas['AuditPage'];
