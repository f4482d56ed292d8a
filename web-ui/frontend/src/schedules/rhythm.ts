/** A schedule as people choose it; what no choice stands for is written as cron or ISO 8601. */
export interface Rhythm {
  kind: 'DAILY' | 'WORKDAYS' | 'WEEKLY' | 'HOURS' | 'OTHER';
  /** On the clock of the schedule's zone, such as 02:30. */
  time: string;
  weekday: string;
  hours: number;
  text: string;
}

/** Those that fit into a day, so that they keep their times from day to day. */
export const HOURS = [1, 2, 3, 4, 6, 8, 12];

export const WEEKDAYS = [
  { value: 'MON', label: 'Monday' },
  { value: 'TUE', label: 'Tuesday' },
  { value: 'WED', label: 'Wednesday' },
  { value: 'THU', label: 'Thursday' },
  { value: 'FRI', label: 'Friday' },
  { value: 'SAT', label: 'Saturday' },
  { value: 'SUN', label: 'Sunday' },
];

const USUAL: Rhythm = { kind: 'DAILY', time: '02:00', weekday: 'SUN', hours: 6, text: '0 2 * * *' };
const AT_A_TIME = /^(\d{1,2}) (\d{1,2}) \* \* (\*|MON-FRI|[A-Z]{3})$/;
const EVERY_HOURS = /^0 \*(?:\/(\d{1,2}))? \* \* \*$/;

/** Empty where a choice lacks something, such as a time that is being typed. */
export function textOf({ kind, time, weekday, hours, text }: Rhythm): string {
  const [hour, minute] = time.split(':').map(Number);
  const at = hour === undefined || minute === undefined ? null : `${minute} ${hour} * *`;
  switch (kind) {
    case 'DAILY':
      return at ? `${at} *` : '';
    case 'WORKDAYS':
      return at ? `${at} MON-FRI` : '';
    case 'WEEKLY':
      return at ? `${at} ${weekday}` : '';
    case 'HOURS':
      return hours === 1 ? '0 * * * *' : `0 */${hours} * * *`;
    case 'OTHER':
      return text.trim();
  }
}

export function rhythmOf(text: string): Rhythm {
  const hours = EVERY_HOURS.exec(text);
  if (hours && HOURS.includes(Number(hours[1] ?? 1))) {
    return { ...USUAL, kind: 'HOURS', hours: Number(hours[1] ?? 1), text };
  }
  const [, minute, hour, days] = AT_A_TIME.exec(text) ?? [];
  if (minute === undefined || hour === undefined || days === undefined) {
    return { ...USUAL, kind: 'OTHER', text };
  }
  const at = { ...USUAL, time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, text };
  if (days === '*' || days === 'MON-FRI') {
    return { ...at, kind: days === '*' ? 'DAILY' : 'WORKDAYS' };
  }
  return WEEKDAYS.some(({ value }) => value === days)
    ? { ...at, kind: 'WEEKLY', weekday: days }
    : { ...USUAL, kind: 'OTHER', text };
}

export function wordsOf(text: string): string {
  const { kind, time, weekday, hours } = rhythmOf(text);
  switch (kind) {
    case 'DAILY':
      return `Every day at ${time}`;
    case 'WORKDAYS':
      return `On working days at ${time}`;
    case 'WEEKLY':
      return `Every ${WEEKDAYS.find(({ value }) => value === weekday)?.label ?? weekday} at ${time}`;
    case 'HOURS':
      return hours === 1 ? 'Every hour' : `Every ${hours} hours`;
    case 'OTHER':
      return text;
  }
}
