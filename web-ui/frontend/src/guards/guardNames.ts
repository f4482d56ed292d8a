import type { Metric } from '../api/types';
import { METRICS } from '../runs/beforeAfter';

/** "p95 of checkout"; no request means all of them together. */
export function nameOfGuard({ metric, request }: { metric: Metric; request: string }): string {
  return `${METRICS[metric].label} of ${request || 'all requests'}`;
}
