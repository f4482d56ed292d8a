import { Link } from 'react-router';
import { shortTime } from '../format/times';
import { nameOf } from './shown';
import type { Mark, MonitoredSeries } from './types';

/** What the charts mark, in words, the newest first. */
export function Marks({ marks, series }: { marks: Mark[]; series: MonitoredSeries[] }) {
  if (marks.length === 0) {
    return null;
  }
  return (
    <section className="block">
      <h2>What happened meanwhile</h2>
      <ul className="gap-list">
        {[...marks].reverse().map((mark) => (
          <li key={`${mark.at} ${mark.kind} ${mark.runId ?? mark.alertId ?? mark.seriesId ?? ''} ${mark.words}`}>
            <time dateTime={mark.at} className="muted">
              {shortTime(mark.at)}
              {mark.until && ` to ${shortTime(mark.until)}`}
            </time>
            <Said mark={mark} series={series} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ mark: { kind, runId, seriesId, words, until }, series }: { mark: Mark; series: MonitoredSeries[] }) {
  switch (kind) {
    case 'ALERT':
      return (
        <>
          <Link to={until ? '/alerts?resolved=true' : '/alerts'}>Alert</Link>
          <span className="wrapping">{words}</span>
        </>
      );
    case 'LEVEL':
      return (
        <>
          <span>Level {words === 'ROSE' ? 'rose' : 'fell'}</span>
          <span className="wrapping">{calledIn(series, seriesId)}</span>
        </>
      );
    default:
      return (
        <>
          <Link to={`/runs/${encodeURIComponent(runId ?? '')}`}>Run {runId}</Link>
          {kind === 'CHANGE' ? <code className="wrapping">{words}</code> : <span>{words.toLowerCase()}</span>}
        </>
      );
  }
}

function calledIn(series: MonitoredSeries[], id: number | null): string {
  const found = series.find((each) => each.id === id);
  return found ? `${nameOf(found.metric)}${found.title ? ` of ${found.title}` : ''}` : '';
}
