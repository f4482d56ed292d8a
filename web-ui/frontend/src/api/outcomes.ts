/** How a run ended. */
export type Outcome =
  | 'TARGETS_MET'
  | 'ACCEPTABLE'
  | 'ROLLED_BACK'
  | 'ESCALATED'
  | 'REJECTED'
  | 'INCONCLUSIVE'
  | 'GUARDS_HELD'
  | 'GUARDS_BROKEN'
  | 'CALIBRATED'
  | 'CANCELLED'
  | 'FAILED';
