import { counted } from '../format/figures';
import { formatOf } from '../monitoring/shown';
import type { Firing, Preview, SeriesThreshold, Threshold, Wish } from './queries';

/** A threshold as it stands in the fields: shares in per cent, times in minutes. */
export interface Draft {
  warning: string;
  critical: string;
  direction: Threshold['direction'];
  minutes: string;
  clearPercent: string;
}

export const FROM: Record<Threshold['from'], string> = {
  OWN: 'its own',
  DECISION: 'decided for all targets',
  OBJECTIVE: 'the objective',
  HISTORY: 'what is usual at this hour',
};

const A_DAY_MINUTES = 1440;
const MOST_CLEAR = 90;
const PER_CENT = 100;

const factorOf = (unit: string) => (unit === 'share' ? PER_CENT : 1);

/** What stands behind a field. */
export const unitOf = (unit: string) => (unit === 'share' ? '%' : unit === '1' ? '' : unit);

export function draftOf({ holds, unit, value }: SeriesThreshold): Draft {
  const factor = factorOf(unit);
  const text = (figure: number) => String(Number((figure * factor).toPrecision(4)));
  // Where nothing holds, twice of what it is at is a beginning.
  const begin = value === null || value === 0 ? '' : text(2 * value);
  return {
    warning: holds ? text(holds.warning) : begin,
    critical: holds ? text(holds.critical) : begin,
    direction: holds?.direction ?? 'ABOVE',
    minutes: holds ? String(Number((holds.lastingSeconds / 60).toPrecision(3))) : '5',
    clearPercent: holds ? String(Number((holds.clearShare * PER_CENT).toPrecision(3))) : '10',
  };
}

export type Troubles = Partial<Record<keyof Draft, string>>;

export function troublesOf({ warning, critical, direction, minutes, clearPercent }: Draft): Troubles {
  const troubles: Troubles = {};
  const number = (text: string) => (text.trim() === '' ? NaN : Number(text));
  const within = (text: string, most: number) => number(text) >= 0 && number(text) <= most;
  if (!Number.isFinite(number(warning))) {
    troubles.warning = 'Write a number.';
  }
  if (!Number.isFinite(number(critical))) {
    troubles.critical = 'Write a number.';
  } else if (direction === 'ABOVE' ? number(critical) < number(warning) : number(critical) > number(warning)) {
    troubles.critical = 'This has to be at least as far beyond as the warning.';
  }
  if (!within(minutes, A_DAY_MINUTES)) {
    troubles.minutes = 'From 0 to 1440 minutes, a day.';
  }
  if (!within(clearPercent, MOST_CLEAR)) {
    troubles.clearPercent = 'From 0 to 90 %.';
  }
  return troubles;
}

/** Null where something is wrong with it. */
export function wishOf(draft: Draft, unit: string): Wish | null {
  if (Object.keys(troublesOf(draft)).length > 0) {
    return null;
  }
  const factor = factorOf(unit);
  return {
    warning: Number(draft.warning) / factor,
    critical: Number(draft.critical) / factor,
    direction: draft.direction,
    lastingSeconds: Math.round(Number(draft.minutes) * 60),
    clearShare: Number(draft.clearPercent) / PER_CENT,
  };
}

/** Where less than that of the time is known, it is said. */
const NEARLY_ALL = 0.9;

/** "3 times in 7 days, 2 h 10 min in all, 1 critical" */
export function howOften(preview: Preview): string {
  const { firings, until } = preview;
  const time = timeOf(preview);
  if (preview.judged === 0) {
    return `cannot be said: there is nothing to judge in ${time}`;
  }
  if (firings.length === 0) {
    return `never in ${time}`;
  }
  const grave = firings.filter(({ severity }) => severity === 'CRITICAL').length;
  return [
    `${firings.length === 1 ? 'once' : counted(firings.length, 'time')} in ${time}`,
    `${span(lasted(firings, until))} in all`,
    grave > 0 && (firings.length === 1 ? 'critical' : `${grave} critical`),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "7 days", or "the 30 h known of 7 days": what was not read has not been calm. */
function timeOf({ from, until, judged, stepSeconds }: Preview): string {
  const asked = Date.parse(until) - Date.parse(from);
  const known = judged * stepSeconds * 1000;
  const days = counted(asked / 86_400_000, 'day');
  return judged === 0 || known >= NEARLY_ALL * asked ? days : `the ${span(known)} known of ${days}`;
}

/** "45 s", "5 min", "2 h 10 min", "3 days": no finer than anybody needs. */
export function span(millis: number): string {
  const minutes = Math.round(millis / 60_000);
  if (minutes < 2) {
    return `${Math.round(millis / 1000)} s`;
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${hours} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`
    : counted(Math.round(hours / 24), 'day');
}

export function lasted(firings: Firing[], until: string): number {
  return firings.reduce((sum, { firedAt, endedAt }) => sum + Date.parse(endedAt ?? until) - Date.parse(firedAt), 0);
}

export function heldAgainst({ warning, critical, direction, lastingSeconds }: Threshold, unit: string): string {
  const format = formatOf(unit);
  const side = direction === 'ABOVE' ? 'above' : 'below';
  const grave = critical === warning ? '' : `, critical ${side} ${format(critical)}`;
  return `${side} ${format(warning)}${grave}${lastingSeconds > 0 ? `, for ${span(lastingSeconds * 1000)}` : ''}`;
}
