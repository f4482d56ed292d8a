import { ContentSwitcher, Switch } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { partQuery, partsQuery } from '../api/queries';
import { bytes, counted, millis } from '../format/figures';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { Waiting } from '../shell/States';
import type { FlameNode } from './flames';
import { Hottest } from './Hottest';
import { Jvm } from './Jvm';
import { NotCaptured } from './NotCaptured';

const FlameChart = lazy(async () => ({ default: (await import('./FlameChart')).FlameChart }));

interface Flame {
  part: string;
  label: string;
  unit: string;
  format: (value: number) => string;
}

const FLAMES: Flame[] = [
  { part: 'cpu-flame', label: 'CPU', unit: 'samples', format: (value) => counted(value, 'sample') },
  { part: 'allocation-flame', label: 'Allocation', unit: 'KiB', format: (value) => bytes(1024 * value) },
  { part: 'lock-flame', label: 'Locks', unit: 'ms blocked', format: (value) => `${millis(value)} blocked` },
  { part: 'socket-flame', label: 'Sockets', unit: 'ms waited', format: (value) => `${millis(value)} waited` },
];

export function FlameTab({ run }: RunTabProps) {
  const parts = useQuery(partsQuery(run.id));
  return (
    <Loaded query={parts}>
      {(captured) => {
        const there = FLAMES.filter(({ part }) => captured.includes(part));
        return (
          <>
            {there.length > 0 && <Flames runId={run.id} flames={there} />}
            {captured.includes('jvm') && <Jvm runId={run.id} />}
            {there.length === 0 && !captured.includes('jvm') && (
              <NotCaptured run={run} what="The service's JVM was not recorded." />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Flames({ runId, flames }: { runId: string; flames: Flame[] }) {
  const [params, setParams] = useSearchParams();
  const selected = Math.max(
    0,
    flames.findIndex(({ part }) => part === params.get('of')),
  );
  const flame = flames[selected];
  return (
    <section>
      <h3 className="visually-hidden">Flame graphs</h3>
      <ContentSwitcher
        size="sm"
        className="flame-switch"
        aria-label="Flame graph of"
        selectedIndex={selected}
        onChange={({ name }) => setParams({ of: String(name) }, { replace: true, preventScrollReset: true })}
      >
        {flames.map(({ part, label }) => (
          <Switch key={part} name={part} text={label} />
        ))}
      </ContentSwitcher>
      {flame && <OneFlame key={flame.part} runId={runId} flame={flame} />}
    </section>
  );
}

function OneFlame({ runId, flame }: { runId: string; flame: Flame }) {
  const [term, setTerm] = useState('');
  const root = useQuery(partQuery<FlameNode>(runId, flame.part));
  return (
    <Loaded query={root}>
      {(data) =>
        data.value === 0 ? (
          <p className="muted">Nothing of it was seen while the load was driven.</p>
        ) : (
          <>
            <Suspense fallback={<Waiting what="the flame graph" />}>
              <FlameChart
                root={data}
                label={`${flame.label} flame graph, ${flame.unit}`}
                unit={flame.format}
                term={term}
                onTerm={setTerm}
              />
            </Suspense>
            <Hottest root={data} unit={flame.unit} onFind={setTerm} />
          </>
        )
      }
    </Loaded>
  );
}
