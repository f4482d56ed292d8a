/** What of a plan's data is needed to leave out changes; there is more in it. */
export interface PlanContent {
  steps: { changeId: string; position: number; needs: { changeId: string; position: number; why: string }[] }[];
}

/** What a guard answered when it was asked before a change. */
export interface GuardAnswer {
  at: string;
  guard: 'DISK' | 'TRANSACTIONS' | 'LOAD';
  answer: 'CLEAR' | 'UNNEEDED' | 'WAIT' | 'REFUSED' | 'UNKNOWN' | 'GIVEN_UP';
  words: string;
}
