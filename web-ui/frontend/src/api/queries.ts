import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { getJson, getJsonOrNull, getText } from './http';
import { keys } from './keys';
import type { IndexFacts, LoadProgress, TableFacts } from './stored';
import type {
  Approval,
  ApprovalPage,
  BlindSpot,
  Calibration,
  Database,
  Findings,
  Gate,
  Guards,
  Info,
  Intensity,
  LoadTest,
  LoadWindow,
  Observability,
  Outlook,
  Overview,
  Plan,
  Run,
  RunPage,
  Series,
  Session,
  Statement,
  Step,
  TargetCheck,
  TargetDetail,
  TargetRow,
  Verdicts,
} from './types';

const PAGE = 25;

/** A page starts where the one before ended; the first one has no cursor. */
export const after = (cursor: string | null) => (cursor ? `&cursor=${encodeURIComponent(cursor)}` : '');

const ofRun = (id: string, part: string) => `/api/runs/${encodeURIComponent(id)}${part}`;

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => getJson<Session>('/api/session', signal),
  staleTime: 5 * 60_000,
  retry: false,
});

export const infoQuery = queryOptions({
  queryKey: keys.info,
  queryFn: ({ signal }) => getJson<Info>('/api/info', signal),
  staleTime: Infinity,
});

export const runsQuery = infiniteQueryOptions({
  queryKey: keys.runs,
  queryFn: ({ signal, pageParam }) => getJson<RunPage>(`/api/runs?limit=${PAGE}${after(pageParam)}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** The first hundred that have not ended; there is one a target at most. */
export const activeRunsQuery = queryOptions({
  queryKey: keys.activeRuns,
  queryFn: ({ signal }) => getJson<RunPage>('/api/runs?active=true&limit=100', signal),
});

export const overviewQuery = queryOptions({
  queryKey: keys.overview,
  queryFn: ({ signal }) => getJson<Overview>('/api/overview', signal),
});

export const runQuery = (id: string) =>
  queryOptions({ queryKey: keys.runDetail(id), queryFn: ({ signal }) => getJson<Run>(ofRun(id, ''), signal) });

export const stepsQuery = (id: string) =>
  queryOptions({ queryKey: keys.steps(id), queryFn: ({ signal }) => getJson<Step[]>(ofRun(id, '/steps'), signal) });

export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.findings(id),
    queryFn: ({ signal }) => getJson<Findings>(ofRun(id, '/findings'), signal),
  });

export const blindSpotsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.blindSpots(id),
    queryFn: ({ signal }) => getJson<BlindSpot[]>(ofRun(id, '/blind-spots'), signal),
  });

export const planQuery = (id: string) =>
  queryOptions({ queryKey: keys.plan(id), queryFn: ({ signal }) => getJsonOrNull<Plan>(ofRun(id, '/plan'), signal) });

export const loadsQuery = (id: string) =>
  queryOptions({ queryKey: keys.loads(id), queryFn: ({ signal }) => getJson<LoadTest[]>(ofRun(id, '/loads'), signal) });

export const gateQuery = (id: string) =>
  queryOptions({
    queryKey: keys.gate(id),
    queryFn: ({ signal }) => getJson<Gate>(ofRun(id, '/gate'), signal),
  });

export const calibrationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.calibration(id),
    queryFn: ({ signal }) => getJson<Calibration>(ofRun(id, '/calibration'), signal),
  });

export const verdictsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.verdicts(id),
    queryFn: ({ signal }) => getJson<Verdicts>(ofRun(id, '/verdicts'), signal),
  });

export const statementsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.statements(id),
    queryFn: ({ signal }) => getJson<Statement[]>(ofRun(id, '/statements'), signal),
  });

/** Null before the profiling load. */
export const databaseQuery = (id: string) =>
  queryOptions({
    queryKey: keys.database(id),
    queryFn: ({ signal }) => getJsonOrNull<Database>(ofRun(id, '/database'), signal),
  });

export const tablesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.tables(id),
    queryFn: ({ signal }) => getJson<TableFacts[]>(ofRun(id, '/tables'), signal),
  });

export const indexesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.indexes(id),
    queryFn: ({ signal }) => getJson<IndexFacts[]>(ofRun(id, '/indexes'), signal),
  });

export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.series(id),
    queryFn: ({ signal }) => getJson<Series[]>(ofRun(id, '/series'), signal),
  });

/** Names of the parts of the profile that were captured. */
export const partsQuery = (id: string) =>
  queryOptions({ queryKey: keys.parts(id), queryFn: ({ signal }) => getJson<string[]>(ofRun(id, '/profile'), signal) });

export const partQuery = <T>(id: string, part: string) =>
  queryOptions({
    queryKey: keys.part(id, part),
    queryFn: part ? ({ signal }) => getJson<T>(ofRun(id, `/profile/${part}`), signal) : skipToken,
    staleTime: Infinity,
  });

export const statementPlanQuery = (id: string, queryId: string) =>
  queryOptions({
    queryKey: keys.statementPlan(id, queryId),
    queryFn: ({ signal }) => getJson<unknown>(ofRun(id, `/statements/${queryId}/plan`), signal),
    staleTime: Infinity,
  });

export const windowsQuery = (runId: string, loadId: string | undefined, request: string) =>
  queryOptions({
    queryKey: keys.windows(loadId ?? '', request),
    queryFn: loadId
      ? ({ signal }) =>
          getJson<LoadWindow[]>(
            ofRun(runId, `/loads/${encodeURIComponent(loadId)}/windows?request=${encodeURIComponent(request)}`),
            signal,
          )
      : skipToken,
    staleTime: Infinity,
  });

/** Only ever written by live events. */
export const loadProgressQuery = (id: string) =>
  queryOptions<LoadProgress[]>({ queryKey: keys.loadProgress(id), queryFn: skipToken, staleTime: Infinity });

export const targetsQuery = queryOptions({
  queryKey: keys.targets,
  queryFn: ({ signal }) => getJson<TargetRow[]>('/api/targets', signal),
});

export const targetQuery = (name: string) =>
  queryOptions({
    queryKey: keys.target(name),
    queryFn: ({ signal }) => getJson<TargetDetail>(`/api/targets/${encodeURIComponent(name)}`, signal),
  });

export const observabilityQuery = (target: string) =>
  queryOptions({
    queryKey: keys.observability(target),
    queryFn: ({ signal }) => getJson<Observability>(`/api/targets/${encodeURIComponent(target)}/observability`, signal),
  });

/** One check; without an id the newest, null while there is none. */
export const checkQuery = (target: string, id: string | null) =>
  queryOptions({
    queryKey: keys.check(target, id),
    queryFn: ({ signal }) =>
      getJsonOrNull<TargetCheck>(
        `/api/targets/${encodeURIComponent(target)}/check${id ? `/${encodeURIComponent(id)}` : ''}`,
        signal,
      ),
  });

/** What a run of a target would do, how long it takes, and what stops it. */
export const outlookQuery = (target: string, intensity: Intensity) =>
  queryOptions({
    queryKey: keys.outlook(target, intensity),
    queryFn: target
      ? ({ signal }) =>
          getJson<Outlook>(`/api/targets/${encodeURIComponent(target)}/outlook?intensity=${intensity}`, signal)
      : skipToken,
  });

export const guardsQuery = (target: string) =>
  queryOptions({
    queryKey: keys.guards(target),
    queryFn: ({ signal }) => getJson<Guards>(`/api/targets/${encodeURIComponent(target)}/guards`, signal),
  });

/** The first 200: a target has one run at a time, and a run one approval that waits. */
export const pendingApprovalsQuery = queryOptions({
  queryKey: [...keys.approvals, 'PENDING'],
  queryFn: async ({ signal }) => (await getJson<ApprovalPage>('/api/approvals?status=PENDING&limit=200', signal)).items,
});

export const allApprovalsQuery = infiniteQueryOptions({
  queryKey: [...keys.approvals, 'ALL'],
  queryFn: ({ signal, pageParam }) => getJson<ApprovalPage>(`/api/approvals?limit=${PAGE}${after(pageParam)}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const approvalsOfRunQuery = (runId: string) =>
  queryOptions({
    queryKey: [...keys.approvals, 'run', runId],
    queryFn: async ({ signal }) =>
      (await getJson<ApprovalPage>(`/api/approvals?limit=200&runId=${encodeURIComponent(runId)}`, signal)).items,
  });

export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.approvals, 'one', id],
    queryFn: ({ signal }) => getJson<Approval>(`/api/approvals/${encodeURIComponent(id)}`, signal),
  });

export const diagramQuery = (processId: string) =>
  queryOptions({
    queryKey: keys.diagram(processId),
    queryFn: ({ signal }) => getText(`/api/processes/${processId}.bpmn`, signal),
    staleTime: Infinity,
  });

/** Null while nobody has calibrated the target. */
export const latestCalibrationQuery = (target: string) =>
  queryOptions({
    queryKey: keys.latestCalibration(target),
    queryFn: ({ signal }) =>
      getJsonOrNull<Calibration>(`/api/targets/${encodeURIComponent(target)}/calibration`, signal),
  });
