import { ProgressBar } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { loadProgressQuery, loadsQuery } from '../api/queries';
import type { LoadProgress } from '../api/stored';
import type { Run } from '../api/types';
import { count, millis, rate, words } from '../format/figures';
import { duration } from '../format/times';
import { AbortLoad } from './AbortLoad';
import { PHASES } from './phases';

const LiveChart = lazy(async () => ({ default: (await import('../charts/LiveChart')).LiveChart }));

/** The load test under way, as the generator tells it once a second; nothing when there is none. */
export function LoadProgressPanel({ run }: { run: Run }) {
  const { data: seen = [] } = useQuery(loadProgressQuery(run.id));
  const loads = useQuery(loadsQuery(run.id));
  const last = seen.at(-1);
  const test = loads.data?.find((load) => load.id === last?.loadTestId);
  const runs = run.status !== 'ENDED' && last && (!test || test.status === 'RUNNING');

  if (!runs) {
    return null;
  }
  return (
    <section className="panel load-now" aria-label="Load test">
      <h2>Load test</h2>
      <Current last={last} seen={seen} />
      <AbortLoad key={last.loadTestId} run={run} />
    </section>
  );
}

function Current({ last, seen }: { last: LoadProgress; seen: LoadProgress[] }) {
  return (
    <>
      <ProgressBar
        label={`${words(last.profile)}, ${PHASES[last.phase]}`}
        helperText={`${duration(last.elapsed * 1000)} of ${duration(last.of * 1000)}`}
        value={last.elapsed}
        max={last.of}
        size="small"
      />
      <dl className="figures">
        <div>
          <dt>Rate</dt>
          <dd>{rate(last.rate)}</dd>
        </div>
        <div>
          <dt>p50</dt>
          <dd>{millis(last.p50Ms ?? null)}</dd>
        </div>
        <div>
          <dt>p95</dt>
          <dd>{millis(last.p95Ms)}</dd>
        </div>
        <div>
          <dt>p99</dt>
          <dd>{millis(last.p99Ms ?? null)}</dd>
        </div>
        <div>
          <dt>Errors</dt>
          <dd className={last.errors > 0 ? 'is-bad' : ''}>{count(last.errors)}</dd>
        </div>
      </dl>
      <Suspense fallback={null}>
        <LiveChart seen={seen} />
      </Suspense>
    </>
  );
}
