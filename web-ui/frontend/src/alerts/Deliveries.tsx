import type { Delivery } from '../api/alerts';
import { counted } from '../format/figures';
import { fullTime, shortTime } from '../format/times';

const EVENTS: Record<Delivery['event'], string> = {
  WARNING: 'the warning',
  CRITICAL: 'that it is critical',
  RESOLVED: 'that it is over',
};

/** Who was told, when, after how many tries, and what they answered. */
export function Deliveries({ deliveries }: { deliveries: Delivery[] }) {
  if (deliveries.length === 0) {
    return null;
  }
  return (
    <details className="alert-deliveries">
      <summary>{summaryOf(deliveries)}</summary>
      <ul>
        {deliveries.map((each) => (
          <li key={`${each.channel} ${each.event}`}>{said(each)}</li>
        ))}
      </ul>
    </details>
  );
}

export function summaryOf(deliveries: Delivery[]): string {
  const channels = new Set(deliveries.map(({ channel }) => channel));
  const amiss = new Set(deliveries.filter(({ status }) => status !== 'SENT').map(({ channel }) => channel));
  const told = [...channels].filter((channel) => !amiss.has(channel));
  return [
    told.length > 0 && `Told ${told.join(', ')}`,
    amiss.size > 0 && `${told.length > 0 ? 'not yet' : 'Not yet told'} ${[...amiss].join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function said({ channel, event, status, attempts, madeAt, nextAt, endedAt, answer }: Delivery) {
  const tries = attempts === 0 ? 'not tried yet' : counted(attempts, 'try').replace('trys', 'tries');
  const time = endedAt ?? madeAt;
  return (
    <>
      <time dateTime={time} title={fullTime(time)} className="muted">
        {shortTime(time)}
      </time>{' '}
      {channel}: {EVENTS[event]}{' '}
      <span className={status === 'SENT' ? 'muted' : 'is-amiss'}>
        {status === 'SENT' && `was taken, ${tries}`}
        {status === 'WAITING' && `waits, ${tries}${nextAt ? `, next at ${shortTime(nextAt)}` : ''}`}
        {status === 'GIVEN_UP' && `was given up, ${tries}`}
      </span>
      {answer && <span className="muted">; answer: {answer}</span>}
    </>
  );
}
