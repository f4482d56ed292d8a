import { ContentSwitcher, Switch, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { partQuery, partsQuery } from '../api/queries';
import { count, percent } from '../format/figures';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { Empty, Waiting } from '../shell/States';
import { hottest, type FlameNode } from './flames';

const FlameChart = lazy(async () => ({ default: (await import('./FlameChart')).FlameChart }));

const FLAMES = [
  { part: 'cpu-flame', label: 'CPU', unit: 'samples' },
  { part: 'allocation-flame', label: 'Allocation', unit: 'KiB' },
  { part: 'lock-flame', label: 'Locks', unit: 'ms blocked' },
  { part: 'socket-flame', label: 'Sockets', unit: 'ms waited' },
];
const SHOWN_FRAMES = 20;

export function FlameTab({ run }: RunTabProps) {
  const parts = useQuery(partsQuery(run.id));
  return (
    <Loaded query={parts}>
      {(captured) => {
        const there = FLAMES.filter(({ part }) => captured.includes(part));
        return there.length === 0 ? (
          <Empty title="No flight recording.">
            {run.status === 'ENDED' || captured.length > 0
              ? 'The service was not recorded; "Not looked at" under Findings says why, and how to enable it.'
              : 'It is taken while the profiling load is driven, if the target names a JMX address.'}
          </Empty>
        ) : (
          <Flames runId={run.id} flames={there} />
        );
      }}
    </Loaded>
  );
}

function Flames({ runId, flames }: { runId: string; flames: typeof FLAMES }) {
  const [selected, setSelected] = useState(0);
  const flame = flames[selected] ?? flames[0];
  const root = useQuery(partQuery<FlameNode>(runId, flame?.part ?? ''));
  return (
    <>
      <ContentSwitcher
        size="sm"
        className="flame-switch"
        selectedIndex={selected}
        onChange={({ index }) => setSelected(index ?? 0)}
      >
        {flames.map(({ part, label }) => (
          <Switch key={part} name={part} text={label} />
        ))}
      </ContentSwitcher>
      <Loaded query={root}>
        {(data) => (
          <>
            <Suspense fallback={<Waiting what="the flame graph" />}>
              <FlameChart
                key={flame?.part}
                root={data}
                label={`${flame?.label ?? ''} flame graph, ${flame?.unit ?? ''}`}
              />
            </Suspense>
            <Hottest root={data} unit={flame?.unit ?? ''} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Hottest({ root, unit }: { root: FlameNode; unit: string }) {
  const frames = useMemo(() => hottest(root, SHOWN_FRAMES), [root]);
  return (
    <section className="block">
      <h3>Hottest frames</h3>
      <div className="table-scroll">
        <Table size="sm" aria-label="Hottest frames">
          <TableHead>
            <TableRow>
              <TableHeader>Frame</TableHeader>
              <TableHeader className="numeric">Itself ({unit})</TableHeader>
              <TableHeader className="numeric">Share</TableHeader>
              <TableHeader className="numeric">With what it calls</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {frames.map((frame) => (
              <TableRow key={frame.name}>
                <TableCell>
                  <code>{frame.name}</code>
                </TableCell>
                <TableCell className="numeric">{count(frame.self)}</TableCell>
                <TableCell className="numeric">{percent((100 * frame.self) / Math.max(1, root.value))}</TableCell>
                <TableCell className="numeric">{count(frame.total)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}
