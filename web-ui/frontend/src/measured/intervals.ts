import type { Verdict } from '../api/types';

/** Beyond it an effect is drawn at the edge: a request that got ten times slower would press the rest together. */
const WIDEST_PCT = 100;

export interface IntervalScale {
  least: number;
  most: number;
  /** Where an effect lies, in percent of the width. */
  at: (effectPct: number) => number;
}

/** One that holds zero and every interval; null when there is none. */
export function intervalScale(rows: Pick<Verdict, 'ciLowPct' | 'ciHighPct'>[]): IntervalScale | null {
  const ends = rows.flatMap(({ ciLowPct, ciHighPct }) =>
    ciLowPct === null || ciHighPct === null ? [] : [ciLowPct, ciHighPct],
  );
  if (ends.length === 0) {
    return null;
  }
  const least = Math.max(-WIDEST_PCT, Math.min(-1, ...ends));
  const most = Math.min(WIDEST_PCT, Math.max(1, ...ends));
  const at = (effectPct: number) => ((Math.min(most, Math.max(least, effectPct)) - least) / (most - least)) * 100;
  return { least, most, at };
}
