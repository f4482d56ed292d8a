import type { LoadPhase } from '../api/types';

export const PHASES: Record<LoadPhase, string> = {
  PROFILE: 'while profiling',
  BEFORE: 'before the change',
  AFTER: 'after the change',
  WITHOUT: 'without one of the changes',
  ROLLED_BACK: 'after the rollback',
  CALIBRATION: 'of the unchanged target',
};
