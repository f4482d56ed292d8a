import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PlotChart } from '../charts/PlotChart';
import type { Plot, PlotLine } from '../charts/plotOptions';
import type { Distribution, LoadProfile } from '../api/types';
import { millis, share } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { basis, curves, densities, nines, percentileAt } from './distribution';
import { distributionQuery } from './queries';

const TICKS = [0, 50, 90, 95, 99, 99.9, 99.99].map(nines);
const BEFORE: PlotLine = { label: 'Before', token: '--chart-before', dashed: true };
const AFTER: PlotLine = { label: 'After', token: '--chart-after' };

const CURVES: Plot = {
  lines: [BEFORE, AFTER],
  x: { label: 'Percentile', format: (nine) => `p${percentileAt(nine)}`, splits: TICKS },
  y: { label: 'Response time', format: millis, log: true },
};

const DENSITIES: Plot = {
  lines: [
    { ...BEFORE, stepped: true, dashed: false },
    { ...AFTER, stepped: true },
  ],
  x: { label: 'Response time', format: millis, log: true },
  y: { label: 'Of all responses', format: share },
};

interface DistributionChartsProps {
  runId: string;
  profile: LoadProfile;
  request: string;
}

/** How long answers took, before and after laid over each other: by share and by percentile. */
export function DistributionCharts({ runId, profile, request }: DistributionChartsProps) {
  const distribution = useQuery(distributionQuery(runId, profile, request));
  return <Loaded query={distribution}>{(data) => <Overlaid distribution={data} />}</Loaded>;
}

function Overlaid({ distribution }: { distribution: Distribution }) {
  const shares = useMemo(() => densities(distribution), [distribution]);
  const percentiles = useMemo(() => curves(distribution), [distribution]);
  const of = distribution.request === '' ? 'all requests' : distribution.request;
  if (distribution.sides.length === 0) {
    return <p className="muted">No response time of {of} is kept.</p>;
  }
  return (
    <>
      <div className="chart-grid">
        <figure className="chart-figure">
          <figcaption>How response times of {of} are spread</figcaption>
          <PlotChart
            title={`Response times of ${of}, before and after, as shares of all responses`}
            columns={shares}
            plot={DENSITIES}
            height={260}
          />
        </figure>
        <figure className="chart-figure">
          <figcaption>Percentiles of {of}</figcaption>
          <PlotChart
            title={`Percentiles of the response times of ${of}, before and after`}
            columns={percentiles}
            plot={CURVES}
            height={260}
          />
        </figure>
      </div>
      <p className="muted small">
        The steady seconds that the verdict was judged by, {basis(distribution)}. A curve ends where fewer than ten
        responses lie beyond it.
      </p>
    </>
  );
}
