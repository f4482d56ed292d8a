import { InlineNotification } from '@carbon/react';
import { Link } from 'react-router';
import type { Outlook } from '../api/types';
import { counted, millis, rate, share, words } from '../format/figures';
import { duration } from '../format/times';

type Stage = Outlook['stages'][number];
type Objective = Outlook['objectives'][number];

const STAGES: Record<Stage['stage'], { title: string; what: string }> = {
  PROFILE: {
    title: 'Profile',
    what: 'Drives load at the target’s own rate, and watches its database, JVM and machine.',
  },
  ANALYSE: {
    title: 'Analyse',
    what: 'Finds what takes the time, tries proposals, and drafts a plan with its rollback.',
  },
  APPROVE: { title: 'Approve', what: 'Waits for a person. Where nothing limits the target, the run ends before.' },
  BEFORE: { title: 'Measure before', what: 'Drives the load that the change will be judged by.' },
  APPLY: { title: 'Apply', what: 'Applies the approved changes one by one, each with its undo written first.' },
  AFTER: { title: 'Measure after', what: 'Drives the same load again, more than once if it stays unclear.' },
  JUDGE: { title: 'Judge', what: 'Keeps what earned its place, takes the rest back, and proves the rollback.' },
};

/** What a run will do, how long that takes and from what it is known, and what stands in its way. */
export function OutlookView({ outlook }: { outlook: Outlook }) {
  const { target, earlierRuns, stages, activeRun } = outlook;
  const known = stages.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  return (
    <div className="outlook">
      {activeRun && (
        <div>
          <InlineNotification
            kind="warning"
            lowContrast
            hideCloseButton
            title="A run of this target is under way:"
            subtitle="two loads at once would measure each other."
          />
          <Link to={`/runs/${encodeURIComponent(activeRun)}`}>Go to the run under way</Link>
        </div>
      )}
      <section>
        <h2>What will happen</h2>
        <p>
          About <strong>{duration(known * 1000)}</strong> and the time a person takes to decide,{' '}
          {earlierRuns > 0
            ? `as ${counted(earlierRuns, 'earlier run')} of ${target} at this intensity took.`
            : 'counting the usual load alone: no run of this target at this intensity has ended yet.'}
        </p>
        <ol className="stages">
          {stages.map(({ stage, seconds }) => (
            <li key={stage}>
              <span className="strong">{STAGES[stage].title}</span>
              <span>{STAGES[stage].what}</span>
              <span className="muted numeric">{seconds === null ? untimed(stage) : duration(seconds * 1000)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>Objectives</h2>
        {outlook.objectives.length === 0 ? (
          <p>
            None is stated: the run only looks for heavy spots.{' '}
            <Link to={`/targets/${encodeURIComponent(target)}`}>State some</Link>
          </p>
        ) : (
          <ul className="plain-list">
            {outlook.objectives.map((objective) => (
              <li key={`${objective.request} ${objective.metric}`}>{inWords(objective)}</li>
            ))}
          </ul>
        )}
      </section>
      <Stops outlook={outlook} />
    </div>
  );
}

function Stops({ outlook }: { outlook: Outlook }) {
  const { fourEyes, allowed, guards } = outlook;
  return (
    <section>
      <h2>What would stop it</h2>
      <ul className="plain-list">
        <li>
          A rejection, or no approver who decides within a week{fourEyes ? ': somebody else than you has to' : ''}.
        </li>
        <li>A load test that stays invalid when it is repeated, or a target that does not answer.</li>
        <li>
          A guard that holds a change back:{' '}
          {guards.length === 0
            ? 'CPU above 80 %, a disk above 90 %, a lock that is not free within a second.'
            : guards.map(({ name, value }) => `${name} ${value}`).join(', ')}
        </li>
        {allowed.length > 0 && (
          <li>A finding whose change the owner does not allow. Allowed: {allowed.map(words).join(', ')}.</li>
        )}
      </ul>
    </section>
  );
}

function untimed(stage: Stage['stage']): string {
  return stage === 'APPROVE' ? 'until decided' : 'seconds';
}

function inWords({ request, metric, limit }: Objective): string {
  const of = request === '' ? 'all requests' : request;
  if (limit === null) {
    return `${words(metric)} of ${of}, as a reference says`;
  }
  switch (metric) {
    case 'THROUGHPUT':
      return `At least ${rate(limit)} of ${of}`;
    case 'ERROR_RATE':
      return `At most ${share(limit)} errors of ${of}`;
    case 'P50_MS':
    case 'P95_MS':
    case 'P99_MS':
      return `${metric.slice(0, 3).toLowerCase()} of ${of} at most ${millis(limit)}`;
  }
}
