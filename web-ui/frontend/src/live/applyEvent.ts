import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { alertKeys } from '../api/alerts';
import { keys } from '../api/keys';
import type { LoadProgress } from '../api/stored';
import type { Overview, Run, RunPage, Step } from '../api/types';
import { marksKey } from '../monitoring/queries';
import type { LiveEvent } from './events';

/** So much of a load test's recent past is kept for the small live chart. */
const KEPT_SECONDS = 600;

/** Brings the cache up to what an event tells, and marks as stale what the event only hints at. */
export function applyEvent(cache: QueryClient, event: LiveEvent): void {
  if (event.kind === 'ALERT') {
    void cache.invalidateQueries({ queryKey: alertKeys });
    void cache.invalidateQueries({ queryKey: marksKey(event.target) });
    return;
  }
  const { runId } = event;
  switch (event.kind) {
    case 'STEP':
      put<Step[]>(cache, keys.steps(runId), (steps) => mergeStep(steps, event.payload));
      changeRun(cache, runId, (run) => afterStep(run, event.payload));
      put<Overview>(cache, keys.overview, (overview) => nowAt(overview, runId, event.payload));
      madeBy(event.payload, runId).forEach((key) => void cache.invalidateQueries({ queryKey: key }));
      break;
    case 'LOAD':
      cache.setQueryData<LoadProgress[]>(keys.loadProgress(runId), (seen) => appendProgress(seen ?? [], event.payload));
      break;
    case 'APPROVAL':
      changeRun(cache, runId, (run) => ({
        ...run,
        waitingFor: event.payload.status === 'PENDING' ? event.payload.approvalId : null,
      }));
      void cache.invalidateQueries({ queryKey: keys.approvals });
      // Whether it waits for a change window is known to the server alone.
      void cache.invalidateQueries({ queryKey: keys.run(runId), exact: true });
      break;
    case 'ENDED':
      changeRun(cache, runId, (run) => ({
        ...run,
        status: 'ENDED',
        outcome: event.payload.outcome,
        endedAt: run.endedAt ?? event.at,
        waitingFor: null,
        incident: null,
      }));
      void cache.invalidateQueries({ queryKey: keys.run(runId) });
      void cache.invalidateQueries({ queryKey: keys.runs });
      void cache.invalidateQueries({ queryKey: keys.activeRuns });
      void cache.invalidateQueries({ queryKey: keys.overview });
      void cache.invalidateQueries({ queryKey: keys.targets });
      void cache.invalidateQueries({ queryKey: keys.approvals });
      break;
  }
}

export function mergeStep(steps: Step[], step: Step): Step[] {
  const at = steps.findIndex((known) => sameStep(known, step));
  return at < 0 ? [...steps, step] : steps.with(at, step);
}

export function appendProgress(seen: LoadProgress[], next: LoadProgress): LoadProgress[] {
  const last = seen.at(-1);
  if (last && last.loadTestId !== next.loadTestId) {
    return [next];
  }
  if (last && last.elapsed >= next.elapsed) {
    return seen;
  }
  return [...seen, next].slice(-KEPT_SECONDS);
}

function sameStep(a: Step, b: Step): boolean {
  if (a.id !== undefined && b.id !== undefined) {
    return a.id === b.id;
  }
  return a.elementId === b.elementId && a.callerElement === b.callerElement && a.startedAt === b.startedAt;
}

function afterStep(run: Run, step: Step): Run {
  if (step.status === 'INCIDENT') {
    return { ...run, incident: { elementId: step.elementId, message: step.message ?? 'The step gave up.' } };
  }
  const mended = run.incident?.elementId === step.elementId;
  return {
    ...run,
    status: run.status === 'REQUESTED' ? 'RUNNING' : run.status,
    startedAt: run.startedAt ?? step.startedAt,
    incident: mended ? null : run.incident,
  };
}

/** A step that has begun is where the run is; of one that ended only the step shown matters. */
function nowAt(overview: Overview, runId: string, step: Step): Overview {
  const now = {
    runId,
    step: step.name,
    status: step.status,
    progress: step.progress,
    message: step.message,
    startedAt: step.startedAt,
  };
  const known = overview.now.find((each) => each.runId === runId);
  if (known && known.startedAt > step.startedAt) {
    return overview;
  }
  return { ...overview, now: [...overview.now.filter((each) => each !== known), now] };
}

function changeRun(cache: QueryClient, id: string, deed: (run: Run) => Run): void {
  put<Run>(cache, keys.runDetail(id), deed);
  const changed = (page: RunPage) => ({ ...page, items: page.items.map((run) => (run.id === id ? deed(run) : run)) });
  const isIn = (page: RunPage) => page.items.some((run) => run.id === id);
  const active = cache.getQueryData<RunPage>(keys.activeRuns);
  if (active && !isIn(active)) {
    void cache.invalidateQueries({ queryKey: keys.activeRuns });
  }
  put<RunPage>(cache, keys.activeRuns, changed);
  const runs = cache.getQueryData<InfiniteData<RunPage>>(keys.runs);
  if (!runs) {
    return;
  }
  if (!runs.pages.some(isIn)) {
    void cache.invalidateQueries({ queryKey: keys.runs });
    return;
  }
  cache.setQueryData<InfiniteData<RunPage>>(keys.runs, { ...runs, pages: runs.pages.map(changed) });
}

/** An answer under way may be older than the event: then it is asked for again once it is there. */
function put<T>(cache: QueryClient, key: QueryKey, deed: (old: T) => T): void {
  if (cache.isFetching({ queryKey: key, exact: true }) > 0) {
    void cache.invalidateQueries({ queryKey: key, exact: true });
  }
  cache.setQueryData<T>(key, (old) => (old === undefined ? undefined : deed(old)));
}

/** Which parts of a run a finished step has written. */
function madeBy(step: Step, runId: string): QueryKey[] {
  if (step.jobType === 'run-load-test') {
    return [keys.loads(runId)];
  }
  if (step.status === 'STARTED') {
    return [];
  }
  switch (step.jobType) {
    case 'open-run':
      return [keys.runDetail(runId), keys.runs, keys.activeRuns];
    case 'check-observability':
      return [keys.blindSpots(runId)];
    case 'fingerprint-requests':
      return [keys.parts(runId), keys.blindSpots(runId)];
    case 'collect-baseline':
    case 'profile-bottlenecks':
      return [
        keys.statements(runId),
        keys.database(runId),
        keys.tables(runId),
        keys.indexes(runId),
        keys.series(runId),
        keys.parts(runId),
        keys.blindSpots(runId),
      ];
    case 'locate-bottlenecks':
    case 'rank-bottlenecks':
    case 'analyse-database':
    case 'analyse-caching':
    case 'analyse-application':
    case 'analyse-infrastructure':
    case 'find-root-causes':
    case 'try-proposals':
      return [keys.findings(runId), keys.blindSpots(runId)];
    case 'draft-plan':
    case 'apply-change':
    case 'keep-changes':
    case 'undo-changes':
      return [keys.plan(runId)];
    case 'compare-results':
    case 'attribute-changes':
      return [keys.verdicts(runId), keys.plan(runId)];
    case 'judge-guards':
    case 'write-summary':
      return [keys.gate(runId)];
    case 'calibrate-noise':
      return [keys.calibration(runId), keys.targets];
    case 'guard-regression':
      return [keys.targets];
    case 'request-approval':
    case 'record-decision':
      return [keys.approvals, keys.runDetail(runId)];
    default:
      return [];
  }
}
