import type { Distribution, DistributionSide } from '../api/types';
import type { Columns } from '../charts/series';

export const PHASE_ORDER = ['BEFORE', 'AFTER'] as const;

const sideOf = ({ sides }: Distribution, phase: DistributionSide['phase']) =>
  sides.find((side) => side.phase === phase);

/** Where a percentile lies on an axis of nines: 90 at 1, 99 at 2, 99.9 at 3. */
export function nines(percentile: number): number {
  return -Math.log10(1 - percentile / 100);
}

export function percentileAt(nine: number): number {
  const percentile = 100 * (1 - 10 ** -nine);
  return Math.round(percentile * 100) / 100;
}

/** Before and after by percentile. */
export function curves(distribution: Distribution): Columns {
  return [
    distribution.percentiles.map(nines),
    ...PHASE_ORDER.map((phase) => {
      const side = sideOf(distribution, phase);
      return distribution.percentiles.map((_, index) => side?.ms[index] ?? null);
    }),
  ];
}

/** Shares of all responses by time, in steps: a last edge without a share closes the last bin. */
export function densities(distribution: Distribution): Columns {
  return [
    distribution.edgesMs,
    ...PHASE_ORDER.map((phase) => {
      const side = sideOf(distribution, phase);
      return distribution.edgesMs.map((_, index) => (side ? (side.shares[index] ?? 0) : null));
    }),
  ];
}

/** How much was laid together, in words. */
export function basis({ sides }: Distribution): string {
  return sides
    .map(
      ({ phase, tests, responses }) =>
        `${phase.toLowerCase()}: ${responses.toLocaleString('en')} responses of ${tests} ${tests === 1 ? 'test' : 'tests'}`,
    )
    .join('; ');
}
