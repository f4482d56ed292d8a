import type { LoadProfile } from '../api/types';

/** Response times of one phase, on the grid of their distribution. */
export interface Side {
  phase: 'BEFORE' | 'AFTER';
  tests: number;
  responses: number;
  /** One for each percentile; null where too few responses lie beyond it. */
  ms: (number | null)[];
  /** Of all responses in each bin, 0 to 1. */
  shares: number[];
}

export interface Distribution {
  profile: LoadProfile;
  request: string;
  percentiles: number[];
  /** Bounds of the bins, one more than there are bins. */
  edgesMs: number[];
  sides: Side[];
}

/** What one figure of the target came to while a load was driven; of a counter how fast it grew. */
export interface Resource {
  loadTestId: string;
  metric: string;
  readings: number;
  mean: number | null;
  most: number | null;
  perSecond: number | null;
}
