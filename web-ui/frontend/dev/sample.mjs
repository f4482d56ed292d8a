import { stressLoads } from './measured.mjs';

const MAIN = 'performance-optimization';
const LOAD = 'load-validation';
const now = Date.now();
const ago = (seconds) => new Date(now - seconds * 1000).toISOString();

export const info = {
  version: '0.1.0',
  operateUrl: 'http://127.0.0.1:8080/operate',
  localMode: true,
  localUsers: true,
  oidcLabel: null,
};

export const yaml = `name: shop
baseUrl: http://localhost:8081
load:
  arrivalRate: 40/s
  requests:
    - { name: catalogue, weight: 40, get: "/api/products?category={category}&page={page}" }
    - { name: order-history, weight: 15, get: "/api/customers/{customer}/orders" }
    - { name: checkout, weight: 5, post: /api/orders, body: "{orderJson}", expect: 201 }
  feeders:
    category: { sql: "select id from category", distribution: zipf }
objectives: { p95: 200ms, p99: 800ms, errors: 0.5% }
database: { url: "jdbc:postgresql://localhost:5432/shop", user: perfloop, password: "\${SHOP_DB_PASSWORD}" }
`;

// [element, job type, seconds it took, caller, message]
const WAY = [
  ['Task_OpenRun', 'open-run', 0.2, null, 'Run of shop opened, quick'],
  ['Task_CheckObservability', 'check-observability', 0.9, null, 'Statement statistics and plans; no JMX'],
  ['Task_CollectBaseline', 'collect-baseline', 43, null, '1,204 samples, 38 statements'],
  [
    'Task_RunBaseline',
    'run-load-test',
    42,
    'CallActivity_DriveProfilingLoad',
    'Baseline valid: 40/s, p95 412 ms, 0 errors',
  ],
  ['Task_LocateBottlenecks', 'locate-bottlenecks', 0.4, null, 'Database 78 % of the time, application 17 %'],
  ['Task_ProfileBottlenecks', 'profile-bottlenecks', 1.6, null, 'Plans of 8 statements'],
  ['Task_RankBottlenecks', 'rank-bottlenecks', 0.1, null, '3 bottlenecks'],
  ['Task_AnalyseDatabase', 'analyse-database', 1.1, null, '2 candidates, 3 turned down'],
  ['Task_FindRootCauses', 'find-root-causes', 0.2, null, '2 findings, 2 with a proposal'],
  ['Task_DraftPlan', 'draft-plan', 0.2, null, '2 statements, each with its rollback'],
  ['Task_ApprovePlan', 'request-approval', 0.1, null, 'Waiting for an approver'],
  ['PAUSE', '', 95],
  ['Task_RecordDecision', 'record-decision', 0.1, null, 'Approved by approver'],
  ['Task_RunBaseline', 'run-load-test', 42, 'CallActivity_MeasureBefore', 'Baseline valid: 40/s, p95 409 ms'],
  ['Task_RunPeak', 'run-load-test', 61, 'CallActivity_MeasureBefore', 'Peak valid: 80/s, p95 1,930 ms'],
  ['Task_ApplyChange', 'apply-change', 3.8, null, 'CREATE INDEX CONCURRENTLY orders_customer_id_idx done'],
  ['Task_ApplyChange', 'apply-change', 2.1, null, 'CREATE INDEX CONCURRENTLY product_category_created_idx done'],
  ['Task_RunBaseline', 'run-load-test', 42, 'CallActivity_MeasureAfter', 'Baseline valid: 40/s, p95 61 ms'],
  ['Task_RunPeak', 'run-load-test', 61, 'CallActivity_MeasureAfter', 'Peak valid: 80/s, p95 118 ms'],
  ['Task_CompareResults', 'compare-results', 0.6, null, 'Improved: p95 −85 % [−88 … −82]'],
  ['Task_KeepChanges', 'keep-changes', 0.2, null, '2 changes kept'],
  ['Task_GuardRegression', 'guard-regression', 0.1, null, '10 ceilings set'],
  ['EndEvent_TargetsMet', 'write-summary', 0.2, null, 'Targets met'],
];

const ENDS = { waiting: 11, running: 14, incident: 16, ended: WAY.length, empty: 0 };

function stepsUntil(stage) {
  const rows = WAY.slice(0, ENDS[stage]);
  const length = rows.reduce(
    (sum, [element, , seconds]) => sum + (element === 'Task_CollectBaseline' ? 0.1 : seconds + 0.15),
    0,
  );
  let at = length + 3;
  const steps = [];
  for (const [elementId, jobType, seconds, callerElement, message] of rows) {
    if (elementId !== 'PAUSE') {
      const startedAt = ago(at);
      const endedAt = ago(at - seconds);
      steps.push({
        id: String(steps.length + 1),
        elementId,
        processId: callerElement ? LOAD : MAIN,
        callerElement,
        jobType,
        status: 'DONE',
        progress: 100,
        message,
        attempt: 1,
        startedAt,
        endedAt,
      });
    }
    at -= elementId === 'Task_CollectBaseline' ? 0.1 : seconds + 0.15;
  }
  const last = { id: String(steps.length + 1), attempt: 1, endedAt: null };
  if (stage === 'running') {
    steps.push({
      ...last,
      elementId: 'Task_RunPeak',
      processId: LOAD,
      callerElement: 'CallActivity_MeasureBefore',
      jobType: 'run-load-test',
      status: 'STARTED',
      progress: 12,
      message: 'Peak load: 7 of 60 s, 80/s offered',
      startedAt: ago(3),
    });
  }
  if (stage === 'incident') {
    steps.at(-1).status = 'INCIDENT';
    steps.at(-1).message = INCIDENT;
  }
  return steps.map((step) => ({ ...step, name: nameOf(step.elementId) }));
}

function nameOf(elementId) {
  const words = elementId
    .replace(/^[A-Za-z]+_/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const INCIDENT =
  'The target refuses CREATE INDEX: permission denied for table orders. Grant the role perfloop ownership of the table.';

const figures = (p50Ms, p95Ms, p99Ms, throughput) => ({
  p50Ms,
  p95Ms,
  p99Ms,
  meanMs: p50Ms * 1.3,
  maxMs: p99Ms * 2,
  throughput,
  errorRate: 0,
  count: throughput * 60,
});

function load(id, phase, profile, all) {
  return {
    id,
    phase,
    profile,
    round: 1,
    attempt: 1,
    status: 'VALID',
    invalidReason: null,
    startedAt: ago(300),
    steadyFrom: ago(285),
    endedAt: ago(240),
    config: {
      ratePerSecond: all.throughput,
      requests: [
        { name: 'catalogue', method: 'GET', weight: 40 },
        { name: 'order-history', method: 'GET', weight: 15 },
        { name: 'checkout', method: 'POST', weight: 5 },
      ],
    },
    reportUrl: `/reports/${id}/`,
    checks: [
      { subject: 'Checkpoints', state: 'FINE', words: 'No checkpoint was requested; 1 came in its turn.' },
      {
        subject: 'Restart of the service',
        state: 'NOT_LOOKED_AT',
        words: "The target's file names no metrics of the service: give metrics.prometheus.",
      },
    ],
    result: { all, requests: {}, offeredRate: all.throughput, effectiveRate: all.throughput - 0.2, generatorCpu: 0.11 },
  };
}

const LOADS = [
  load('l-profile', 'PROFILE', 'BASELINE', figures(88, 412, 730, 40)),
  load('l-before-base', 'BEFORE', 'BASELINE', figures(87, 409, 724, 40)),
  load('l-before-peak', 'BEFORE', 'PEAK', figures(214, 1930, 2840, 80)),
  load('l-after-base', 'AFTER', 'BASELINE', figures(14, 61, 118, 40)),
  load('l-after-peak', 'AFTER', 'PEAK', figures(17, 118, 240, 80)),
  ...stressLoads,
];

const REQUESTS = [
  ['', 1],
  ['catalogue', 0.9],
  ['checkout', 0.7],
  ['order-history', 1.6],
  ['product-page', 0.3],
  ['search', 1.2],
];

function verdictsOf(profile, before, after) {
  const rows = [];
  for (const [request, factor] of REQUESTS) {
    for (const [metric, field] of [
      ['P50_MS', 'p50Ms'],
      ['P95_MS', 'p95Ms'],
      ['P99_MS', 'p99Ms'],
    ]) {
      const flat = request === 'checkout';
      const a = before[field] * factor;
      const b = flat ? a * 1.02 : after[field] * factor;
      const effectPct = (b / a - 1) * 100;
      rows.push({
        round: 1,
        profile,
        request,
        metric,
        before: a,
        after: b,
        effectPct,
        ciLowPct: effectPct - 3.1,
        ciHighPct: effectPct + 2.8,
        result: flat ? (metric === 'P99_MS' ? 'INCONCLUSIVE' : 'PASS') : 'PASS',
        reason: flat
          ? metric === 'P99_MS'
            ? 'Too few windows for p99: 2 more runs'
            : 'Within the tolerance of 5 %'
          : 'The whole interval is below the objective',
      });
    }
    rows.push({
      round: 1,
      profile,
      request,
      metric: 'THROUGHPUT',
      before: before.throughput * factor,
      after: before.throughput * factor + 0.02,
      effectPct: 0.03,
      ciLowPct: -0.4,
      ciHighPct: 0.5,
      result: 'PASS',
      reason: 'Offered rate reached',
    });
    rows.push({
      round: 1,
      profile,
      request,
      metric: 'ERROR_RATE',
      before: 0,
      after: 0,
      effectPct: null,
      ciLowPct: null,
      ciHighPct: null,
      result: 'PASS',
      reason: 'No errors on either side',
    });
  }
  return rows;
}

const FINDINGS = {
  findings: [
    {
      id: 'f1',
      rank: 1,
      kind: 'MISSING_INDEX',
      layer: 'DATABASE',
      impact: 61,
      confidence: 'HIGH',
      priority: 'HIGH',
      effort: 'QUICK',
      summary: 'Order history reads the whole of orders for each customer',
      gainLowPct: 70,
      gainHighPct: 90,
      evidence: {
        requests: ['order-history'],
        requestsHow: 'inferred from call counts and times, not traced',
        otherStatements: [],
        statement: {
          queryId: '1',
          text: 'SELECT o.id, o.placed_at, o.total\nFROM orders o\nWHERE o.customer_id = $1\nORDER BY o.placed_at DESC\nLIMIT 20',
          calls: 612,
          meanMs: 183.4,
          dbTimeSharePct: 46,
        },
        planNode: {
          type: 'Seq Scan',
          relation: 'public.orders',
          filter: 'customer_id = $1',
          estimatedRows: 20,
          cost: 11204,
          costWithIndex: 12.4,
        },
        table: { rows: 500_000, sizeBytes: 91_000_000, rowsWritten: 204 },
        index: { estimatedBytes: 11_300_000, writeCost: 'one more entry per order' },
        method: 'generic plan, priced without HypoPG',
        reason:
          'The condition keeps about 0.004 % of the rows; through the index the planned cost falls by 99 %. Each call read 11204 blocks in reality, as many as the table has: the scan is no mere plan.',
      },
      proposal: {
        kind: 'CREATE_INDEX',
        schema: 'public',
        table: 'orders',
        columns: [{ expression: 'customer_id' }, { expression: 'placed_at', direction: 'DESC' }],
        predicate: null,
        include: [],
      },
      ddl: 'CREATE INDEX CONCURRENTLY orders_customer_id_placed_at_idx ON orders (customer_id, placed_at DESC)',
    },
    {
      id: 'f2',
      rank: 2,
      kind: 'MISSING_INDEX',
      layer: 'DATABASE',
      impact: 24,
      confidence: 'MEDIUM',
      priority: 'MEDIUM',
      effort: 'QUICK',
      summary: 'The catalogue sorts a category anew for each page',
      gainLowPct: 20,
      gainHighPct: 45,
      evidence: {
        requests: [],
        requestsHow: 'the call counts fit no request; which requests run it was not traced',
        otherStatements: [],
        statement: {
          queryId: '2',
          text: 'SELECT p.* FROM product p WHERE p.category_id = $1 ORDER BY p.created_at DESC LIMIT 24 OFFSET $2',
          calls: 1588,
          meanMs: 41.2,
          dbTimeSharePct: 27,
        },
        planNode: {
          type: 'Sort',
          relation: 'public.product',
          filter: '',
          estimatedRows: 8120,
          cost: 2210,
          costWithIndex: 61,
        },
        reason: 'The sort is done anew for each page.',
      },
      proposal: {
        kind: 'CREATE_INDEX',
        schema: 'public',
        table: 'product',
        columns: [{ expression: 'category_id' }, { expression: 'created_at', direction: 'DESC' }],
        predicate: 'visible',
        include: ['name'],
      },
      ddl: 'CREATE INDEX CONCURRENTLY product_category_created_idx ON product (category_id, created_at DESC) INCLUDE (name) WHERE visible',
    },
  ],
  refusals: [
    {
      subject: 'Index on stock (warehouse)',
      reason: 'The table has 40 rows; reading it whole is cheaper than any index.',
    },
    {
      subject: 'Index on product (name)',
      reason: 'The search uses ILIKE with a leading wildcard, which a B-tree cannot serve.',
    },
  ],
  bottlenecks: [
    { rank: 1, layer: 'DATABASE', impact: 61, summary: 'orders by customer: 46 % of database time' },
    { rank: 2, layer: 'DATABASE', impact: 24, summary: 'product by category, sorted: 27 %' },
    { rank: 3, layer: 'APPLICATION', impact: 9, summary: 'report builds its rows in a loop' },
  ],
};

function planOf(stage) {
  const status = stage === 'ended' ? 'KEPT' : 'PROPOSED';
  const changes = FINDINGS.findings.map(({ id, ddl }, index) => ({
    id: `c${index + 1}`,
    position: index + 1,
    findingId: id,
    kind: 'CREATE_INDEX',
    statement: ddl,
    undoStatement: `DROP INDEX CONCURRENTLY IF EXISTS ${ddl.split(' ')[3]}`,
    status,
    earned: stage === 'ended' ? true : null,
    note: null,
    appliedAt: null,
    endedAt: null,
    guards:
      stage === 'ended'
        ? [
            { at: ago(60), guard: 'LOAD', answer: 'WAIT', words: 'The CPUs are 88 % busy, at most 80 % are allowed.' },
            { at: ago(59), guard: 'LOAD', answer: 'CLEAR', words: 'The CPUs are 31 % busy.' },
          ]
        : [],
  }));
  return {
    tier: 'FULL',
    createdAt: ago(100),
    summary: 'Two indexes, built without blocking writes; both are taken back unless the load test proves them.',
    document:
      '# Plan for shop\n\n| Order | Change | Expected |\n|---|---|---|\n| 1 | index on `orders (customer_id, placed_at)` | −70 to −90 % |\n| 2 | index on `product (category_id, created_at)` | −20 to −45 % |\n\n## Risk\n\n- Each index costs about 11 MB and one more write per order.\n- `CREATE INDEX CONCURRENTLY` waits for running transactions; the lock timeout is 1 s.\n\n<script>alert(1)</script>\n',
    changes,
    content: {
      steps: changes.map(({ id, position }) => ({
        changeId: id,
        position,
        needs: [],
        risks: [
          'Lock: SHARE UPDATE EXCLUSIVE on the table while the index is built. Reads and writes go on.',
          'Disk: 11 MB to 14 MB for the index, and as much again for sorting while it is built.',
        ],
      })),
    },
  };
}

function runsOf(stage) {
  const first = {
    id: 'r-20261121-0042',
    target: 'shop',
    intensity: 'QUICK',
    status: stage === 'ended' ? 'ENDED' : 'RUNNING',
    outcome: stage === 'ended' ? 'TARGETS_MET' : null,
    requestedBy: 'operator',
    requestedAt: ago(360),
    startedAt: ago(358),
    endedAt: stage === 'ended' ? ago(3) : null,
    processInstanceKey: '2251799813685312',
    operateUrl: 'http://127.0.0.1:8080/operate/processes/2251799813685312',
    cancelRequested: false,
    gate: false,
    calibration: false,
    waitingFor: stage === 'waiting' ? 'r-20261121-0042-plan' : null,
    waitsUntil: null,
    incident: stage === 'incident' ? { elementId: 'Task_ApplyChange', message: INCIDENT } : null,
  };
  const outcomes = [
    'TARGETS_MET',
    'ROLLED_BACK',
    'INCONCLUSIVE',
    'ACCEPTABLE',
    'REJECTED',
    'ESCALATED',
    'CANCELLED',
    'FAILED',
  ];
  const targets = ['shop', 'billing-service', 'مخزن-الطلبات 📦', `search-${'very-long-name-'.repeat(12)}`];
  const older = Array.from({ length: 60 }, (_, index) => ({
    ...first,
    id: `r-20261120-${String(60 - index).padStart(4, '0')}`,
    target: targets[index % 4],
    intensity: ['QUICK', 'STANDARD', 'THOROUGH'][index % 3],
    status: 'ENDED',
    outcome: outcomes[index % 8],
    waitingFor: null,
    incident: null,
    requestedAt: ago(7200 * (index + 1)),
    startedAt: ago(7200 * (index + 1) - 2),
    endedAt: ago(7200 * (index + 1) - 300 - 13 * index),
  }));
  return [first, ...older];
}

export function world(stage) {
  if (stage === 'empty') {
    return { current: '', runs: [], targets: [], approvals: [] };
  }
  const runs = runsOf(stage);
  const approval = {
    id: 'r-20261121-0042-plan',
    runId: runs[0].id,
    target: 'shop',
    kind: 'PLAN',
    status: stage === 'waiting' ? 'PENDING' : 'APPROVED',
    decision: stage === 'waiting' ? null : 'APPROVE',
    requestedAt: ago(95),
    expiresAt: ago(-604800),
    decidedAt: stage === 'waiting' ? null : ago(60),
    decidedBy: stage === 'waiting' ? null : 'approver',
    decidedIn: 'PERFLOOP',
    comment: stage === 'waiting' ? null : 'Quiet hour, go ahead.',
    requestedBy: 'operator',
    fourEyes: false,
    leftOut: [],
    notBefore: null,
    refusal: null,
  };
  const measured = stage === 'ended';
  return {
    current: runs[0].id,
    runs,
    targets: ['shop', 'billing-service'].map((name, index) => ({
      name,
      baseUrl: `http://localhost:808${index + 1}`,
      updatedAt: ago(86400 * (index + 1)),
      lastRun: runs.find((run) => run.target === name) ?? null,
    })),
    approvals: [
      approval,
      {
        ...approval,
        id: 'r-old-plan',
        runId: runs[5].id,
        status: 'REJECTED',
        decision: 'REJECT',
        decidedBy: 'approver',
        decidedAt: ago(90000),
        requestedAt: ago(90400),
        comment: 'Not during the sale.',
      },
    ],
    steps: stepsUntil(stage),
    findings: FINDINGS,
    blindSpots: [
      {
        what: "what the service's threads do (JFR)",
        why: "the target's file names no JMX address",
        mend: "Start the service with -Dcom.sun.management.jmxremote.port=9010 and add to the target's file: jmx: 127.0.0.1:9010",
      },
      {
        what: 'time spent planning statements',
        why: 'pg_stat_statements.track_planning is off',
        mend: 'ALTER SYSTEM SET pg_stat_statements.track_planning = on; SELECT pg_reload_conf();',
      },
      {
        what: 'calls per request: checkout',
        why: 'the request is answered with 409 (3 of 3 times)',
        mend: "Mend checkout under load.requests in the target's file, or the service.",
      },
      { what: 'the host of the database', why: 'it is another machine than the one Perfloop runs on', mend: '' },
    ],
    plan: planOf(stage),
    loads: measured ? LOADS : LOADS.slice(0, stage === 'running' ? 2 : 1),
    verdicts: measured
      ? {
          verdicts: [
            ...verdictsOf('BASELINE', LOADS[1].result.all, LOADS[3].result.all),
            ...verdictsOf('PEAK', LOADS[2].result.all, LOADS[4].result.all),
            ...verdictsOf('STRESS', LOADS[5].result.all, LOADS[6].result.all),
          ],
          comparisons: [
            {
              round: 1,
              verdict: 'IMPROVED',
              objectivesMet: true,
              gainSharePct: 96,
              moreRuns: 0,
              reason: 'p95 fell by 85 % on baseline and 94 % on peak, both intervals below zero',
              noise:
                'Noise between tests as the calibration of 2026-11-20 (6 tests, 0 of 30 false alarms) and 2 other runs showed it.',
              comparedAt: ago(5),
            },
          ],
        }
      : { verdicts: [], comparisons: [] },
    statements: Array.from({ length: 80 }, (_, index) => ({
      queryId: String(90071992547 + index),
      query: index % 2 ? FINDINGS.findings[1].evidence.statement.text : FINDINGS.findings[0].evidence.statement.text,
      calls: 1588 - index * 17,
      totalMs: 112000 / (index + 1),
      meanMs: 183 / (index + 1),
      rows: 30000 - index * 31,
      sharedBlksHit: 6_812_000 / (index + 1),
      sharedBlksRead: 11204 / (index + 1),
      tempBlks: 0,
      walBytes: 0,
      dbTimeShare: 0.46 / (index + 1),
      details: {
        maxMs: 365,
        stddevMs: 54,
        planMs: 0,
        readMs: 2686,
        writeMs: 1,
        jitMs: 0,
        blocksDirtied: 0,
        tempRead: 0,
        tempWritten: 0,
      },
      planFrom: index < 10 ? 'GENERIC_PLAN' : null,
    })),
  };
}

export function observability(world) {
  return {
    runId: world.current || null,
    wish: {
      id: 'w1',
      kind: 'SHOW',
      wishedBy: 'operator',
      wishedAt: ago(20),
      fulfilledAt: ago(19),
      note: 'compute_query_id: only a superuser may set it',
    },
    offers: [
      {
        id: 'o1',
        kind: 'SET_PARAMETER',
        statement: 'ALTER DATABASE shop SET "track_io_timing" = \'on\'',
        undoStatement: 'ALTER DATABASE shop RESET "track_io_timing"',
        status: 'PROPOSED',
        note: null,
        appliedAt: null,
      },
    ],
  };
}

export function windows(loadId) {
  const after = loadId.includes('after');
  const base = after ? 90 : 400;
  const length = loadId.includes('peak') ? 60 : 42;
  return Array.from({ length }, (_, second) => {
    const p95Ms =
      base * (1 + 0.25 * Math.sin(second / 4) + (second < 5 ? (5 - second) * 0.3 : 0) + 0.1 * Math.random());
    return { second: ago(length - second), count: 40, errors: 0, p50Ms: p95Ms / 4, p95Ms, p99Ms: p95Ms * 1.7 };
  });
}

export const guards = (world, target) => ({
  target,
  lifted: null,
  guards: [
    { profile: 'BASELINE', request: '', metric: 'P95_MS', ceiling: 92.4, runId: world.current, looserCeiling: null },
    {
      profile: 'BASELINE',
      request: '',
      metric: 'ERROR_RATE',
      ceiling: 0.012,
      runId: world.current,
      looserCeiling: null,
    },
    {
      profile: 'PEAK',
      request: 'catalogue',
      metric: 'P95_MS',
      ceiling: 61.2,
      runId: world.current,
      looserCeiling: 70.5,
    },
  ],
});

const noiseOf = (profile, request, spreadPct) =>
  ['P50_MS', 'P95_MS', 'P99_MS'].map((metric, index) => ({
    profile,
    request,
    metric,
    spreadPct: spreadPct * (1 + index / 2),
    seenByOnePct: spreadPct * (8 + index),
    seenByTwoPct: spreadPct * (5 + index),
    seenByThreePct: spreadPct * (4 + index),
  }));

export const calibration = (world, target) => ({
  runId: world.current,
  target,
  intensity: 'QUICK',
  status: 'ENDED',
  outcome: 'CALIBRATED',
  wanted: 6,
  tests: 6,
  leftOut: 0,
  comparisons: 30,
  falseAlarms: 0,
  falseAlarmsAtMost: 0.095,
  words: '6 alike tests; 0 of 30 comparisons raised a false alarm',
  calibratedAt: ago(1440),
  cpus: 2,
  postgres: '18.1',
  stale: ["the target's load was described otherwise"],
  noise: [...noiseOf('BASELINE', '', 1.4), ...noiseOf('BASELINE', 'catalogue', 2.1), ...noiseOf('PEAK', '', 1.9)],
});

const health = (name, kind, words, measuredBy) => ({
  name,
  baseUrl: 'http://localhost:8081',
  health: kind,
  words,
  objectives: 3,
  measuredAt: measuredBy ? ago(3600) : null,
  measuredBy,
});

export const overview = (world) => ({
  targets: world.targets.length
    ? [
        health(
          'shop',
          'MISSED',
          'p95: 412 ms, wanted 200 ms; p95 of order-history: 662 ms, wanted 150 ms',
          world.current,
        ),
        health('billing-service', 'MET', '', world.current),
        health(`search-${'very-long-name-'.repeat(12)}`, 'UNKNOWN', 'Not measured yet.', null),
      ]
    : [],
  now: world.runs
    .filter((run) => run.status !== 'ENDED')
    .map((run) => {
      const step = world.steps.at(-1);
      return {
        runId: run.id,
        step: step.name,
        status: step.status,
        progress: step.progress,
        message: step.message,
        startedAt: step.startedAt,
      };
    }),
});

export const check = (target) => ({
  id: 'check-1',
  target,
  draft: false,
  askedBy: 'operator',
  askedAt: ago(600),
  underWay: [],
  answers: [
    { part: 'SERVICE', subject: 'URL', state: 'FINE', words: 'http://localhost:8081 answers.', mend: '' },
    {
      part: 'SERVICE',
      subject: 'JMX',
      state: 'LACKING',
      words: "Not seen: what the service's threads do (JFR), as the target's file names no JMX address.",
      mend: 'Start the service with -Dcom.sun.management.jmxremote.port=9010 and add jmx: 127.0.0.1:9010',
    },
    { part: 'DATABASE', subject: 'Login', state: 'FINE', words: 'Role perfloop gets in; PostgreSQL 18.1.', mend: '' },
    {
      part: 'DATABASE',
      subject: 'Statistics of others',
      state: 'LACKING',
      words: 'Not seen: statements of other roles, as role perfloop may not read their statistics.',
      mend: 'GRANT pg_monitor TO perfloop;',
    },
    {
      part: 'REQUESTS',
      subject: 'Scenario',
      state: 'BROKEN',
      words: '1 of 2 requests would fail under load.',
      mend: 'Each says below why, and what to do.',
    },
  ],
  requests: [
    {
      request: 'catalogue',
      method: 'GET',
      address: '/api/products?category=7&page=0',
      good: true,
      status: 200,
      ms: 11.6,
      bytes: 4820,
      leadsTo: '',
      words: '',
      mend: '',
    },
    {
      request: 'order-history',
      method: 'GET',
      address: '/api/customers/118/orders',
      good: false,
      status: 302,
      ms: 2.1,
      bytes: 0,
      leadsTo: '/login',
      words:
        'order-history (GET /api/customers/118/orders) is redirected to the login page http://localhost:8081/login.',
      mend: "Give load.login in the target's file.",
    },
  ],
});

export const outlook = (world, target, intensity) => ({
  target,
  intensity: intensity ?? 'QUICK',
  earlierRuns: intensity === 'QUICK' ? 3 : 0,
  stages: [
    { stage: 'PROFILE', seconds: 46 },
    { stage: 'ANALYSE', seconds: intensity === 'QUICK' ? 4.2 : null },
    { stage: 'APPROVE', seconds: null },
    { stage: 'BEFORE', seconds: 108 },
    { stage: 'APPLY', seconds: intensity === 'QUICK' ? 6 : null },
    { stage: 'AFTER', seconds: 108 },
    { stage: 'JUDGE', seconds: intensity === 'QUICK' ? 9 : null },
  ],
  objectives: [
    { request: '', metric: 'P95_MS', limit: 200 },
    { request: '', metric: 'ERROR_RATE', limit: 0.005 },
    { request: 'order-history', metric: 'P95_MS', limit: 150 },
  ],
  activeRun: world.runs.find((run) => run.target === target && run.status !== 'ENDED')?.id ?? null,
  fourEyes: true,
  allowed: ['CREATE_INDEX', 'SET_PARAMETER'],
  guards: [{ name: 'maxCpu', value: '70%' }],
});
