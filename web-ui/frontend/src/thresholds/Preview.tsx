import { Select, SelectItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { words } from '../format/figures';
import { fullTime, shortTime } from '../format/times';
import { formatOf } from '../monitoring/shown';
import { Failure, WaitingLines } from '../shell/States';
import { FROM, howOften, span } from './draft';
import { previewQuery, type Firing, type SeriesThreshold, type Wish } from './queries';

const PreviewChart = lazy(async () => ({ default: (await import('./PreviewChart')).PreviewChart }));

const SPANS = [
  { days: 1, label: 'Last day' },
  { days: 7, label: 'Last 7 days' },
  { days: 28, label: 'Last 28 days' },
];
const A_WEEK = 7;
/** The newest of them; the count above tells of all. */
const LISTED = 20;

/** How often and when it would have fired, beside what holds now. */
export function Preview({ target, series, wish }: { target: string; series: SeriesThreshold; wish: Wish | null }) {
  const [days, setDays] = useState(A_WEEK);
  const { id, holds, unit } = series;
  const tried = useQuery({ ...previewQuery(target, id, days, wish), enabled: wish !== null });
  const held = useQuery(previewQuery(target, id, days, null));
  const firings = tried.data?.firings ?? [];
  return (
    <section aria-label="Preview">
      <h2>What it would have raised</h2>
      <div className="choices choices-row">
        <Select
          id="preview-days"
          size="sm"
          inline
          labelText="Time"
          value={String(days)}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {SPANS.map((span) => (
            <SelectItem key={span.days} value={String(span.days)} text={span.label} />
          ))}
        </Select>
      </div>
      {tried.isError && <Failure error={tried.error} retry={() => void tried.refetch()} />}
      <div aria-live="polite">
        {wish === null ? (
          <p className="muted">Mend what is marked: then it is tried on the past.</p>
        ) : (
          tried.data && (
            <p>
              It would have fired <strong>{howOften(tried.data)}</strong>.
            </p>
          )
        )}
        {holds && held.data && (
          <p className="muted">
            What holds now ({FROM[holds.from]}): {howOften(held.data)}
            {holds.from === 'HISTORY' && ', by what is usual at each hour as it is known today'}.
          </p>
        )}
      </div>
      <Suspense fallback={<WaitingLines lines={6} />}>
        <PreviewChart target={target} series={series} days={days} wish={wish} firings={firings} />
      </Suspense>
      {firings.length > 0 && (
        <ul className="gap-list firing-list">
          {[...firings]
            .reverse()
            .slice(0, LISTED)
            .map((firing) => (
              <Fired key={firing.firedAt} firing={firing} unit={unit} />
            ))}
        </ul>
      )}
      <p className="muted small">
        The dashed lines across are the warning and what is critical. By the mean of each assessment, at the finest of
        each minute. Maintenance windows, muting and what belongs together in one alert are left out of account. Time
        without a reading changes nothing.
      </p>
    </section>
  );
}

function Fired({ firing: { since, firedAt, endedAt, severity, worst }, unit }: { firing: Firing; unit: string }) {
  return (
    <li>
      <time dateTime={firedAt} title={`Beyond since ${fullTime(since)}`} className="muted">
        {shortTime(firedAt)}
      </time>
      <span>{endedAt ? span(Date.parse(endedAt) - Date.parse(firedAt)) : 'still'}</span>
      <span>
        {words(severity)}, at worst {formatOf(unit)(worst)}
      </span>
    </li>
  );
}
