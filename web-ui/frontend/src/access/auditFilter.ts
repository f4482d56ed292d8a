import type { AuditFilter } from '../api/access';

const NAMES = ['who', 'target', 'from', 'to'] as const;

export function filterIn(params: URLSearchParams): AuditFilter {
  const [who = '', target = '', from = '', to = ''] = NAMES.map((name) => params.get(name) ?? '');
  return { who, target, from: valid(from), to: valid(to) };
}

export function paramsOf(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(
    NAMES.map((name) => [name, filter[name].trim()] as const).filter(([, value]) => value !== ''),
  );
}

/** As a date field wants it: the clock of whoever looks, without a zone. */
export function localTime(instant: string): string {
  if (instant === '') {
    return '';
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** An address may be typed by hand. */
function valid(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? '' : new Date(instant).toISOString();
}
