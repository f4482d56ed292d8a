import type { Verdict } from '../api/types';
import { effect } from '../format/figures';
import { isGain } from '../runs/beforeAfter';
import { intervalScale } from './intervals';

/** Each effect as a point with its interval; one that crosses the zero line is neither gain nor loss. */
export function IntervalPlot({ rows, label }: { rows: Verdict[]; label: string }) {
  const scale = intervalScale(rows);
  if (!scale) {
    return null;
  }
  return (
    <div className="intervals" role="img" aria-label={`${label}; the figures are in the table below`}>
      {rows.map((row) => (
        <div key={row.request} className="interval-row">
          <span className="ellipsis">{row.request === '' ? 'All requests' : row.request}</span>
          <Interval row={row} scale={scale} />
        </div>
      ))}
      <div className="interval-row muted small">
        <span />
        <span className="interval-ends">
          <span>{effect(scale.least)}</span>
          <span>{effect(scale.most)}</span>
        </span>
      </div>
    </div>
  );
}

function Interval({ row, scale }: { row: Verdict; scale: NonNullable<ReturnType<typeof intervalScale>> }) {
  const { effectPct, ciLowPct, ciHighPct, metric } = row;
  const zero = <i className="interval-zero" style={{ left: `${scale.at(0)}%` }} />;
  if (effectPct === null || ciLowPct === null || ciHighPct === null) {
    return <span className="interval-line">{zero}</span>;
  }
  const from = scale.at(ciLowPct);
  const sure = ciLowPct * ciHighPct > 0;
  const tone = !sure ? 'is-unsure' : isGain(metric, effectPct) ? 'is-gain' : 'is-loss';
  return (
    <span className={`interval-line ${tone}`}>
      {zero}
      <i className="interval-bar" style={{ left: `${from}%`, width: `${scale.at(ciHighPct) - from}%` }} />
      <i className="interval-point" style={{ left: `${scale.at(effectPct)}%` }} />
    </span>
  );
}
