export type ApprovalStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'WITHDRAWN';

export interface Approval {
  id: string;
  runId: string;
  target: string;
  kind: 'PLAN' | 'BY_HAND' | 'ARCHITECTURE' | 'INCONCLUSIVE';
  status: ApprovalStatus;
  requestedAt: string;
  expiresAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  decidedIn: 'PERFLOOP' | 'TASKLIST' | 'TIMER' | null;
  comment: string | null;
  /** Given here but not yet taken by the engine while the status is still PENDING. */
  decision: Decision | null;
  /** Who asked for the run; with four eyes somebody else has to approve. */
  requestedBy: string;
  fourEyes: boolean;
  leftOut: string[];
  /** When the changes may begin; null for at once. */
  notBefore: string | null;
  /** Why the last decision did not count and another is waited for. */
  refusal: string | null;
}

export type Decision = 'APPROVE' | 'REJECT';
