import { InlineLoading, Tag } from '@carbon/react';
import { Link } from 'react-router';
import { dataOf, fileOf, type TargetReport } from './queries';

const MOMENT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
};

/** In UTC where the browser does not know the zone, as UTC+02:00. */
export function spanOf({ since, until, zone }: TargetReport): string {
  const known = formatIn(zone);
  const format = known ?? new Intl.DateTimeFormat('en', { ...MOMENT, timeZone: 'UTC' });
  return `${format.format(new Date(since))} to ${format.format(new Date(until))}, ${known ? zone : 'UTC'}`;
}

function formatIn(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { ...MOMENT, timeZone: zone });
  } catch {
    return null;
  }
}

/** @param shown the id of the one that is open below */
export function ReportList({ rows, shown }: { rows: TargetReport[]; shown: string | null }) {
  return (
    <ul className="report-list" aria-label="Reports">
      {rows.map((report) => (
        <li key={report.id}>
          {report.status === 'MADE' ? (
            <Link
              to={`?report=${encodeURIComponent(report.id)}`}
              aria-current={report.id === shown ? 'true' : undefined}
            >
              {spanOf(report)}
            </Link>
          ) : (
            <span>{spanOf(report)}</span>
          )}
          <span className="report-kind">
            {report.status === 'WAITING' && <InlineLoading description="Being made …" />}
            {report.status === 'FAILED' && <Tag type="red">Failed</Tag>}
            {report.status === 'MADE' && (
              <Tag type={report.weekly ? 'blue' : 'cool-gray'}>
                {report.weekly ? 'Weekly' : `Asked for by ${report.askedBy}`}
              </Tag>
            )}
          </span>
          {report.status === 'FAILED' && <span className="muted">{report.whyNone}</span>}
          {report.status === 'MADE' && (
            <span className="report-files">
              {(['html', 'md'] as const).map((ending) => (
                <a key={ending} href={fileOf(report, ending)} download={`${report.target}-${report.since}.${ending}`}>
                  {ending === 'html' ? 'HTML' : 'Markdown'}
                  <span className="visually-hidden"> of {spanOf(report)}</span>
                </a>
              ))}
              <a href={dataOf(report)} download={`${report.target}-${report.since}.json`}>
                JSON<span className="visually-hidden"> of {spanOf(report)}</span>
              </a>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
