import { counted } from '../format/figures';
import { duration } from '../format/times';
import type { Kpis } from './queries';

export const SPANS = [
  { days: 1, label: 'Last day' },
  { days: 7, label: 'Last 7 days' },
  { days: 30, label: 'Last 30 days' },
] as const;

/** As the API and the command line have it. */
const USUAL_DAYS = 30;

export function daysOf(text: string | null): number {
  return SPANS.find(({ days }) => String(days) === text)?.days ?? USUAL_DAYS;
}

export interface Said {
  real: number;
  noise: number;
  /** Of which nobody has said anything yet. */
  none: number;
}

export function saidOf({ alerts, confirmed, dismissed }: Kpis): Said {
  return { real: confirmed, noise: dismissed, none: Math.max(0, alerts - confirmed - dismissed) };
}

/** "4 real, 1 noise, 2 without a verdict" */
export function saidInWords({ real, noise, none }: Said): string {
  return `${real} real, ${noise} noise, ${none} without a verdict`;
}

/** "1 alert has no verdict yet", "3 alerts have no verdict yet" */
export function unjudgedInWords(none: number): string {
  return `${counted(none, 'alert')} ${none === 1 ? 'has' : 'have'} no verdict yet`;
}

/** Seconds as people say them; null where there is nothing to tell of. */
export function lasting(seconds: number | null): string | null {
  return seconds === null ? null : duration(Math.max(0, seconds) * 1000);
}

/** "95 % within 20 s" */
export function mostly(p95Seconds: number | null): string {
  return `95\u00a0% within ${lasting(p95Seconds)}`;
}

/** Where one says of the alerts of that time whether they were real; of one target, or of all. */
export function unjudgedAt(days: number, target: string | null): string {
  const asked = new URLSearchParams({ resolved: 'true', unjudged: 'true', days: String(days) });
  if (target !== null) {
    asked.set('target', target);
  }
  return `/alerts?${asked.toString()}`;
}
