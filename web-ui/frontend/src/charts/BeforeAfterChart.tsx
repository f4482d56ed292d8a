import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { windowsQuery } from '../api/queries';
import type { LoadTest } from '../api/types';
import { millis } from '../format/figures';
import { Failure, WaitingLines } from '../shell/States';
import { LineChart, type ChartLine } from './LineChart';
import { overlay } from './series';

const LINES: ChartLine[] = [
  { label: 'Before', token: '--chart-before', dashed: true },
  { label: 'After', token: '--chart-after' },
];

interface BeforeAfterChartProps {
  runId: string;
  before: LoadTest | undefined;
  after: LoadTest | undefined;
  request: string;
}

export function BeforeAfterChart({ runId, before, after, request }: BeforeAfterChartProps) {
  const old = useQuery(windowsQuery(runId, before?.id, request));
  const fresh = useQuery(windowsQuery(runId, after?.id, request));
  const columns = useMemo(
    () => overlay([old.data ?? [], fresh.data ?? []], (window) => window.p95Ms),
    [old.data, fresh.data],
  );
  const failed = old.error ?? fresh.error;

  if (failed) {
    return <Failure error={failed} retry={() => void Promise.all([old.refetch(), fresh.refetch()])} />;
  }
  if ((before && old.isPending) || (after && fresh.isPending)) {
    return <WaitingLines />;
  }
  return (
    <figure className="chart-figure">
      <figcaption>
        p95 per second, {request === '' ? 'all requests' : request}
        {!after && <span className="muted"> (not measured after the change yet)</span>}
      </figcaption>
      <LineChart
        title="p95 per second, before and after the change"
        columns={columns}
        lines={LINES}
        height={260}
        format={millis}
      />
    </figure>
  );
}
