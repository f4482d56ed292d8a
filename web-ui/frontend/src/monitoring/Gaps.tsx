import { fullTime, shortTime } from '../format/times';
import { SOURCES } from './shown';
import type { Gap } from './types';

const RECOVERED = {
  SAMPLES: 'filled afterwards',
  TOTALS: 'the totals are kept',
  LOST: 'lost',
} as const;

/** Times in which a source told nothing, and why. */
export function Gaps({ gaps }: { gaps: Gap[] }) {
  if (gaps.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h2>What was missed</h2>
      <ul className="gap-list">
        {gaps.map(({ source, since, until, reason, recovered }) => (
          <li key={`${source} ${since}`}>
            <span>{SOURCES[source]}</span>
            <span className="muted">
              <time dateTime={since} title={fullTime(since)}>
                {shortTime(since)}
              </time>
              {until ? (
                <>
                  {' '}
                  to{' '}
                  <time dateTime={until} title={fullTime(until)}>
                    {shortTime(until)}
                  </time>
                </>
              ) : (
                ', still'
              )}
            </span>
            <span className="wrapping">
              {reason}
              {recovered && <span className="muted">; {RECOVERED[recovered]}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
