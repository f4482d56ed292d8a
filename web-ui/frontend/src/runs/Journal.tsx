import { CheckmarkFilled, ErrorFilled, InProgress, WarningAltFilled } from '@carbon/icons-react';
import type { Run, Step } from '../api/types';
import { elementName } from '../diagram/elementName';
import { clockTime, duration, fullTime, millisBetween, useNow } from '../format/times';
import { Empty } from '../shell/States';

export function Journal({ steps, run }: { steps: Step[]; run: Run }) {
  const now = useNow(run.status !== 'ENDED');
  const newestFirst = [...steps].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return (
    // A scrolling region has to take the focus, or the keyboard cannot scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="panel journal" aria-label="Step journal" tabIndex={0}>
      <h2>
        Journal <span className="muted">{steps.length} steps</span>
      </h2>
      {steps.length === 0 && (
        <Empty title="Nothing done yet.">
          The first step appears as soon as a worker has taken it; if it does not, check that the workers run.
        </Empty>
      )}
      <ol>
        {newestFirst.map((step) => (
          <JournalEntry
            key={step.id ?? `${step.elementId} ${step.callerElement ?? ''} ${step.startedAt}`}
            step={step}
            now={now}
          />
        ))}
      </ol>
    </section>
  );
}

function JournalEntry({ step, now }: { step: Step; now: number }) {
  const running = step.status === 'STARTED';
  const waits = step.jobType === 'request-approval';
  return (
    <li className={`journal-entry is-${step.status.toLowerCase()}`}>
      <StatusIcon status={step.status} />
      <div className="journal-text">
        <span className="strong">{waits ? `Request approval: ${step.name}` : step.name}</span>
        {step.callerElement && <span className="muted"> in {elementName(step.callerElement)}</span>}
        {step.attempt > 1 && <span className="muted"> · attempt {step.attempt}</span>}
        {step.message && <p className="journal-message">{step.message}</p>}
        {running && step.progress !== null && (
          <progress className="meter" max={100} value={step.progress} aria-label={`${step.progress} % done`} />
        )}
      </div>
      <span className="journal-time" title={fullTime(step.startedAt)}>
        {clockTime(step.startedAt)}
      </span>
      <span className="journal-duration">
        {running || step.endedAt ? duration(millisBetween(step.startedAt, step.endedAt, now)) : ''}
      </span>
    </li>
  );
}

function StatusIcon({ status }: { status: Step['status'] }) {
  switch (status) {
    case 'STARTED':
      return <InProgress className="icon-active" aria-label="Running" />;
    case 'DONE':
      return <CheckmarkFilled className="icon-done" aria-label="Done" />;
    case 'RETRY':
      return <WarningAltFilled className="icon-warning" aria-label="Will be retried" />;
    case 'ERROR':
      return <WarningAltFilled className="icon-warning" aria-label="Left by an error path" />;
    case 'INCIDENT':
      return <ErrorFilled className="icon-failed" aria-label="Incident" />;
  }
}
