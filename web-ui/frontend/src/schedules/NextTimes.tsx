import { ownZone, timeIn } from './zones';

/** The times on the schedule's clock, and on that of who looks where it is another. */
export function NextTimes({ times, zone }: { times: string[]; zone: string }) {
  const own = ownZone();
  return (
    <ol className="next-times">
      {times.map((time) => (
        <li key={time}>
          <time dateTime={time}>{timeIn(zone, time)}</time>
          {own !== zone && <span className="muted"> · {timeIn(own, time)} for you</span>}
        </li>
      ))}
    </ol>
  );
}
