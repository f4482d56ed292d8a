import { fileOf, type TargetReport } from './queries';
import { spanOf } from './ReportList';

/** The page as it is sent, in a frame that may run and load nothing. */
export function ReportShown({ report }: { report: TargetReport | null }) {
  return report?.status === 'MADE' ? (
    <iframe
      key={report.id}
      className="report-shown"
      sandbox=""
      src={fileOf(report, 'html')}
      title={`Report of ${report.target}, ${spanOf(report)}`}
    />
  ) : null;
}
