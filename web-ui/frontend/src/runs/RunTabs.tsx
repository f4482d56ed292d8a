import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Run, Step } from '../api/types';
import { Waiting } from '../shell/States';

const FindingsTab = lazy(async () => ({ default: (await import('./FindingsTab')).FindingsTab }));
const PlanTab = lazy(async () => ({ default: (await import('./PlanTab')).PlanTab }));
const ApprovalTab = lazy(async () => ({ default: (await import('./ApprovalTab')).ApprovalTab }));
const BeforeAfterTab = lazy(async () => ({ default: (await import('./BeforeAfterTab')).BeforeAfterTab }));
const StatementsTab = lazy(async () => ({ default: (await import('./StatementsTab')).StatementsTab }));
const RequestsTab = lazy(async () => ({ default: (await import('../profile/RequestsTab')).RequestsTab }));
const TablesTab = lazy(async () => ({ default: (await import('../profile/TablesTab')).TablesTab }));
const ServerTab = lazy(async () => ({ default: (await import('../profile/ServerTab')).ServerTab }));
const MachineTab = lazy(async () => ({ default: (await import('../profile/MachineTab')).MachineTab }));
const FlameTab = lazy(async () => ({ default: (await import('../profile/FlameTab')).FlameTab }));
const BlindSpotsTab = lazy(async () => ({ default: (await import('./BlindSpotsTab')).BlindSpotsTab }));
const TimelineTab = lazy(async () => ({ default: (await import('../timeline/TimelineTab')).TimelineTab }));
const LogTab = lazy(async () => ({ default: (await import('../timeline/LogTab')).LogTab }));

const CalibrationTab = lazy(async () => ({ default: (await import('../calibration/CalibrationTab')).CalibrationTab }));
const GateTab = lazy(async () => ({ default: (await import('../guards/GateTab')).GateTab }));

const TABS = [
  { path: 'findings', label: 'Findings', Content: FindingsTab },
  { path: 'plan', label: 'Plan', Content: PlanTab },
  { path: 'approval', label: 'Approval', Content: ApprovalTab },
  { path: 'before-after', label: 'Before/after', Content: BeforeAfterTab },
  { path: 'statements', label: 'Statements', Content: StatementsTab },
  { path: 'requests', label: 'Requests', Content: RequestsTab },
  { path: 'tables', label: 'Tables', Content: TablesTab },
  { path: 'server', label: 'Server', Content: ServerTab },
  { path: 'machine', label: 'Machine', Content: MachineTab },
  { path: 'flame-graphs', label: 'JVM', Content: FlameTab },
  { path: 'not-looked-at', label: 'Not looked at', Content: BlindSpotsTab },
  { path: 'timeline', label: 'Timeline', Content: TimelineTab },
  { path: 'log', label: 'Log', Content: LogTab },
];

/** Those that every kind of run has. */
const COURSE = TABS.filter(({ path }) => path === 'timeline' || path === 'log');
/** Where links of an earlier version lead now. */
const MOVED: Record<string, string> = { timings: 'timeline' };

/** A gate finds and changes nothing. */
const GATE_TABS = [{ path: 'guards', label: 'Guards', Content: GateTab }, ...COURSE];

const CALIBRATION_TABS = [{ path: 'noise', label: 'Noise', Content: CalibrationTab }, ...COURSE];

export interface RunTabProps {
  run: Run;
  steps: Step[];
}

export function RunTabs({ run, steps }: RunTabProps) {
  const { tab } = useParams();
  const navigate = useNavigate();
  const tabs = run.calibration ? CALIBRATION_TABS : run.gate ? GATE_TABS : TABS;
  const selected = Math.max(
    0,
    tabs.findIndex(({ path }) => path === (MOVED[tab ?? ''] ?? tab)),
  );

  // Who comes by the address of a tab wants to see that one, and it lies below the diagram.
  const section = useRef<HTMLElement>(null);
  const asked = useRef(tab !== undefined);
  useEffect(() => {
    if (asked.current) {
      asked.current = false;
      section.current?.scrollIntoView();
    }
  }, []);

  const select = ({ selectedIndex }: { selectedIndex: number }) => {
    const path = tabs[selectedIndex]?.path ?? 'findings';
    void navigate(`/runs/${encodeURIComponent(run.id)}/${path}`, { replace: true, preventScrollReset: true });
  };

  return (
    <section className="run-tabs" ref={section}>
      <Tabs selectedIndex={selected} onChange={select}>
        <TabList aria-label="Parts of the run">
          {tabs.map(({ path, label }) => (
            <Tab key={path}>{path === 'approval' && run.waitingFor ? `${label} (waiting)` : label}</Tab>
          ))}
        </TabList>
        <TabPanels>
          {tabs.map(({ path, Content }, index) => (
            <TabPanel key={path}>
              {index === selected && (
                <Suspense fallback={<Waiting what="this part" />}>
                  <Content run={run} steps={steps} />
                </Suspense>
              )}
            </TabPanel>
          ))}
        </TabPanels>
      </Tabs>
    </section>
  );
}
