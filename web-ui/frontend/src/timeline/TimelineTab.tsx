import type { Run, Step } from '../api/types';
import { elementName } from '../diagram/elementName';
import { clockTime, duration, millisBetween, useNow } from '../format/times';
import { Empty } from '../shell/States';
import type { RunTabProps } from './RunTabs';

/** Where the time went: each step as a bar on the run's own time line. */
export function TimingsTab({ run, steps }: RunTabProps) {
  const now = useNow(run.status !== 'ENDED');
  if (steps.length === 0) {
    return <Empty title="No step has run yet.">Each step appears here with its time as soon as it starts.</Empty>;
  }
  const { from, length } = timeLine(run, steps, now);
  const inOrder = [...steps].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  return (
    <ol className="timings">
      {inOrder.map((step) => {
        const millis = millisBetween(
          step.startedAt,
          step.endedAt,
          step.status === 'STARTED' ? now : Date.parse(step.startedAt),
        );
        const left = ((Date.parse(step.startedAt) - from) / length) * 100;
        const width = Math.max(0.15, (millis / length) * 100);
        return (
          <li key={step.id ?? `${step.elementId} ${step.startedAt}`}>
            <span className="ellipsis">
              {step.name}
              {step.callerElement && <span className="muted"> in {elementName(step.callerElement)}</span>}
            </span>
            <span className="timing-bar" title={`from ${clockTime(step.startedAt)}`}>
              <i className={`is-${step.status.toLowerCase()}`} style={{ left: `${left}%`, width: `${width}%` }} />
            </span>
            <span className="numeric">{duration(millis)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function timeLine(run: Run, steps: Step[], now: number): { from: number; length: number } {
  const from = Math.min(...steps.map((step) => Date.parse(step.startedAt)));
  const lastEnd = Math.max(...steps.map((step) => Date.parse(step.endedAt ?? step.startedAt)));
  const to = run.status === 'ENDED' ? lastEnd : now;
  return { from, length: Math.max(1, to - from) };
}
