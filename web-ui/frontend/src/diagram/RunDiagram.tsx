import { ContentSwitcher, Select, SelectItem, Switch } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { diagramQuery } from '../api/queries';
import type { Run, Step } from '../api/types';
import { words } from '../format/figures';
import { useNow } from '../format/times';
import { Loaded } from '../shell/Loaded';
import { Waiting } from '../shell/States';
import { calledProcesses, calledState, callersOf, mainState, processOf } from './diagramState';
import { elementName } from './elementName';

const BpmnCanvas = lazy(async () => ({ default: (await import('./BpmnCanvas')).BpmnCanvas }));

/** Room for each process, in rem: Carbon shares the width among them and cuts what does not fit. */
const WIDEST_NAME = 9.5;

export function RunDiagram({ run, steps }: { run: Run; steps: Step[] }) {
  const own = processOf(run);
  const [process, setProcess] = useState(own);
  const [caller, setCaller] = useState<string | null>(null);
  const xml = useQuery(diagramQuery(process));
  const now = useNow(run.status !== 'ENDED');
  const processes = useMemo(() => [own, ...calledProcesses(steps, own)], [steps, own]);
  const callers = useMemo(() => callersOf(steps, process), [steps, process]);
  const shownCaller = caller !== null && callers.includes(caller) ? caller : (callers[callers.length - 1] ?? '');
  const state = useMemo(
    () => (process === own ? mainState(steps, run, now) : calledState(steps, process, shownCaller, now)),
    [process, own, steps, run, now, shownCaller],
  );

  return (
    <section className="panel diagram-panel" aria-label="Process diagram">
      <div className="panel-bar">
        <div className="panel-switcher">
          <ContentSwitcher
            size="sm"
            selectedIndex={processes.indexOf(process)}
            onChange={({ name }) => setProcess(String(name))}
            aria-label="Process"
            style={{ width: `${processes.length * WIDEST_NAME}rem` }}
          >
            {processes.map((id) => (
              <Switch key={id} name={id} text={id === own ? nameOf(run) : words(id)} />
            ))}
          </ContentSwitcher>
        </div>
        {process !== own && callers.length > 0 && (
          <Select
            id="diagram-caller"
            size="sm"
            inline
            labelText="As called by"
            value={shownCaller}
            onChange={(event) => setCaller(event.target.value)}
          >
            {callers.map((id) => (
              <SelectItem key={id} value={id} text={elementName(id)} />
            ))}
          </Select>
        )}
        <Legend />
      </div>
      <Loaded query={xml}>
        {(model) => (
          <Suspense fallback={<Waiting what="the diagram" />}>
            <BpmnCanvas
              xml={model}
              state={state}
              label={`Diagram of ${words(process)}; the journal has the same as text`}
            />
          </Suspense>
        )}
      </Loaded>
    </section>
  );
}

function nameOf(run: Run): string {
  if (run.calibration) {
    return 'Calibration';
  }
  return run.gate ? 'Gate' : 'Optimization';
}

function Legend() {
  return (
    <ul className="legend" aria-hidden>
      <li className="legend-active">Active</li>
      <li className="legend-waiting">Waiting</li>
      <li className="legend-done">Done</li>
      <li className="legend-failed">Failed</li>
    </ul>
  );
}
