import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { partQuery, partsQuery, seriesQuery } from '../api/queries';
import type { Series } from '../api/types';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { Waiting } from '../shell/States';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { Host } from './Host';
import { DRAWINGS, type HostFacts } from './machine';
import { NotCaptured } from './NotCaptured';
import { extents, formatOf, nameInWords, type Extent } from './series';

const SeriesChart = lazy(async () => ({ default: (await import('./SeriesChart')).SeriesChart }));

export function MachineTab({ run }: RunTabProps) {
  const series = useQuery(seriesQuery(run.id));
  const parts = useQuery(partsQuery(run.id));
  return (
    <Loaded query={parts}>
      {(captured) => (
        <Loaded query={series}>
          {(sampled) =>
            sampled.length === 0 ? (
              <NotCaptured run={run} what="The machine was not watched." />
            ) : (
              <>
                {captured.includes('host') && <HostOf runId={run.id} />}
                <Suspense fallback={<Waiting what="the charts" />}>
                  <div className="chart-grid">
                    {DRAWINGS.map((drawing) => (
                      <SeriesChart key={drawing.title} series={sampled} drawing={drawing} />
                    ))}
                  </div>
                </Suspense>
                <AllSeries series={sampled} />
              </>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function HostOf({ runId }: { runId: string }) {
  const host = useQuery(partQuery<HostFacts>(runId, 'host'));
  return <Loaded query={host}>{(facts) => <Host facts={facts} />}</Loaded>;
}

const COLUMNS: Column<Extent>[] = [
  { heading: 'Series', by: ({ metric }) => metric, cell: ({ metric }) => nameInWords(metric) },
  { heading: 'Least', numeric: true, cell: ({ metric, least }) => formatOf(metric)(least) },
  { heading: 'Mean', numeric: true, cell: ({ metric, mean }) => formatOf(metric)(mean) },
  { heading: 'Most', numeric: true, cell: ({ metric, most }) => formatOf(metric)(most) },
];

function AllSeries({ series }: { series: Series[] }) {
  return (
    <section className="block">
      <h3>All series</h3>
      <FactTable
        label="series"
        rows={extents(series)}
        columns={COLUMNS}
        keyOf={({ metric }) => metric}
        textOf={({ metric }) => nameInWords(metric)}
        order={{ heading: 'Series', descending: false }}
      />
    </section>
  );
}
