// Invented measurements for the before/after, history and log pages.
const now = Date.now();
const ago = (seconds) => new Date(now - seconds * 1000).toISOString();

const PERCENTILES = [
  1,
  ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1)),
  ...Array.from({ length: 9 }, (_, i) => 91 + i),
  ...Array.from({ length: 9 }, (_, i) => Math.round((99.1 + i / 10) * 10) / 10),
  ...Array.from({ length: 9 }, (_, i) => Math.round((99.91 + i / 100) * 100) / 100),
];
const BINS = 60;
const edge = (bin) => 10 ** (bin / 20);

/** Two humps: what comes from a cache, and what does not. */
function side(phase, median, tests) {
  const weight = (bin) => {
    const at = Math.log10(edge(bin + 0.5));
    const hump = (centre, width) => Math.exp(-((at - centre) ** 2) / (2 * width ** 2));
    return 0.7 * hump(Math.log10(median), 0.14) + 0.3 * hump(Math.log10(median * 3.4), 0.2);
  };
  const weights = Array.from({ length: BINS }, (_, bin) => weight(bin));
  const sum = weights.reduce((a, b) => a + b);
  return {
    phase,
    tests,
    responses: 3_212 * tests,
    ms: PERCENTILES.map((p) => (p > 99.6 ? null : median * (0.5 + (100 / (100 - p)) ** 0.55 / 2.6))),
    shares: weights.map((each) => each / sum),
  };
}

export function distribution(profile, request) {
  const slow = profile === 'PEAK' ? 2.2 : 1;
  return {
    profile,
    request,
    percentiles: PERCENTILES,
    edgesMs: Array.from({ length: BINS + 1 }, (_, bin) => edge(bin)),
    sides: [side('BEFORE', 87 * slow, 2), side('AFTER', 14 * slow, 2)],
  };
}

const RESOURCES = {
  process_cpu_share: [0.41, 0.17],
  system_cpu_share: [0.88, 0.39],
  memory_bytes: [312e6, 308e6],
  pool_active_connections: [8.7, 1.9],
  pool_pending_threads: [6, 0],
  connections: [14, 13],
  running_sessions: [6.1, 0.8],
  lock_waiting_sessions: [0, 0],
  disk_waiting_sessions: [0.4, 0],
  blocks_read_total: [812, 3],
  blocks_hit_total: [481_000, 9_400],
  rows_written_total: [11.2, 11.3],
  wal_bytes_total: [21_300, 23_900],
};

export function resources(loads) {
  return loads.flatMap(({ id, phase }) =>
    ['BEFORE', 'AFTER'].includes(phase)
      ? Object.entries(RESOURCES).map(([metric, [before, after]]) => {
          const value = phase === 'BEFORE' ? before : after;
          const counts = metric.endsWith('_total');
          return {
            loadTestId: id,
            metric,
            readings: 21,
            mean: counts ? null : value,
            most: counts ? null : value * 1.2,
            perSecond: counts ? value : null,
          };
        })
      : [],
  );
}

const counts = (calls, meanMs, blocks, wal) => ({
  calls,
  totalMs: calls * meanMs,
  rows: calls * 20,
  blocksHit: calls * blocks,
  blocksRead: Math.round(calls * blocks * 0.002),
  walBytes: calls * wal,
});

export const statementChanges = [
  {
    queryId: '90071992547',
    query:
      'SELECT o.id, o.placed_at, o.total\nFROM orders o\nWHERE o.customer_id = $1\nORDER BY o.placed_at DESC\nLIMIT 20',
    before: counts(612, 183.4, 11_204, 0),
    after: counts(618, 0.31, 24, 0),
  },
  {
    queryId: '90071992548',
    query: 'SELECT p.* FROM product p WHERE p.category_id = $1 ORDER BY p.created_at DESC LIMIT 24 OFFSET $2',
    before: counts(1588, 41.2, 2_210, 0),
    after: counts(1602, 1.9, 61, 0),
  },
  {
    queryId: '90071992549',
    query: 'INSERT INTO orders (customer_id, placed_at, total) VALUES ($1, $2, $3) RETURNING id',
    before: counts(204, 0.42, 9, 412),
    after: counts(203, 0.48, 13, 538),
  },
  { queryId: '90071992550', query: 'SELECT count(*) FROM report', before: counts(2, 91, 4_100, 0), after: null },
];

function stress(id, phase, figures, breaking, saturated) {
  const steps = Array.from({ length: 8 }, (_, i) => {
    const rate = 40 + i * 40;
    const broken = rate >= breaking;
    const throughput = broken ? breaking * 0.84 : rate;
    const load = Math.min(0.97, rate / (breaking * 1.02));
    return {
      rate,
      figures: {
        p50Ms: figures / (1 - load),
        p95Ms: (figures * 3.6) / (1 - load),
        p99Ms: (figures * 7) / (1 - load),
        throughput,
        errorRate: broken ? 0.07 : 0,
        count: throughput * 10,
      },
    };
  });
  return {
    id,
    phase,
    profile: 'STRESS',
    round: 1,
    attempt: 1,
    status: 'VALID',
    invalidReason: null,
    startedAt: ago(200),
    endedAt: ago(120),
    config: { ratePerSecond: 320 },
    reportUrl: null,
    checks: [
      {
        subject: 'Breaking point',
        state: 'NOTED',
        words: `At ${breaking} arrivals a second: ${Math.round(breaking * 0.84)} answers a second, 7.0 % of them errors, p95 2110 ms. It held ${breaking - 40}.`,
      },
      {
        subject: 'Objectives under stress',
        state: 'NOTED',
        words: `Broken from ${breaking - 40} arrivals a second on: p95 412 ms instead of 200 ms.`,
      },
      ...saturated,
      { subject: 'Saturation: connections of PostgreSQL', state: 'FINE', words: '14 of max_connections 100 at most.' },
    ],
    result: {
      all: steps[3].figures,
      requests: {},
      offeredRate: 320,
      effectiveRate: 300,
      steps,
      breakingRate: breaking,
    },
  };
}

export const stressLoads = [
  stress('l-before-stress', 'BEFORE', 60, 160, [
    {
      subject: 'Saturation: connection pool of the service',
      state: 'NOTED',
      words: '10 of 10 connections in use at most, 34 threads waiting for one.',
    },
    {
      subject: "Saturation: CPU of the service's machine",
      state: 'NOTED',
      words: '97 % at most, 31 % by the service itself.',
    },
  ]),
  stress('l-after-stress', 'AFTER', 12, 280, [
    {
      subject: "Saturation: CPU of the service's machine",
      state: 'NOTED',
      words: '98 % at most, 74 % by the service itself.',
    },
  ]),
];

const OUTCOMES = ['TARGETS_MET', 'ROLLED_BACK', 'INCONCLUSIVE', 'CALIBRATED', 'GUARDS_HELD'];

export function history(world, target, params) {
  const request = params.get('request') ?? '';
  const from = Number(params.get('cursor') ?? 0);
  const own = world.runs.filter((run) => run.target === target);
  const runs = own
    .slice(from, from + 24)
    .map((run, index) => ({
      id: run.id,
      requestedAt: run.requestedAt,
      endedAt: run.endedAt,
      status: run.status,
      outcome: run.status === 'ENDED' ? OUTCOMES[index % 5] : null,
      intensity: run.intensity,
      gate: index % 5 === 4,
      calibration: index % 5 === 3,
      calibratedAt: index % 5 === 3 ? run.endedAt : null,
    }))
    .reverse();
  const factor = request === '' ? 1 : 0.6;
  const measured = runs.flatMap((run, index) =>
    ['BASELINE', 'PEAK'].flatMap((profile) =>
      ['BEFORE', 'AFTER'].map((phase, half) => {
        const p95 =
          factor * (profile === 'PEAK' ? 3 : 1) * (index > 12 ? 90 : 410) * (1 + 0.1 * Math.sin(index * 3 + half));
        return {
          runId: run.id,
          loadTestId: `${run.id}-${profile}-${phase}`,
          phase,
          profile,
          at: new Date(Date.parse(run.requestedAt) + 60_000 * (1 + 3 * half)).toISOString(),
          rate: profile === 'PEAK' ? 80 : index === 2 ? 60 : 40,
          p50Ms: p95 / 4,
          p95Ms: p95,
          p99Ms: p95 * 1.7,
          throughput: profile === 'PEAK' ? 79.6 : 39.9,
          errorRate: index === 5 ? 0.012 : 0,
        };
      }),
    ),
  );
  const at = (index, minutes) => new Date(Date.parse(runs[index]?.requestedAt ?? now) + minutes * 60_000).toISOString();
  const change = (index, status, statement) => ({
    runId: runs[index]?.id ?? '',
    kind: 'CREATE_INDEX',
    statement,
    status,
    appliedAt: at(index, 3),
    endedAt: at(index, 5),
  });
  return {
    target,
    request,
    requests: ['catalogue', 'checkout', 'order-history', 'product-page', 'search'],
    runs,
    measured,
    changes:
      runs.length > 12
        ? [
            change(4, 'REVERTED', 'CREATE INDEX CONCURRENTLY stock_warehouse_idx ON stock (warehouse)'),
            change(
              12,
              'KEPT',
              'CREATE INDEX CONCURRENTLY orders_customer_id_placed_at_idx ON orders (customer_id, placed_at DESC)',
            ),
          ]
        : [],
    nextCursor: own.length > from + 24 ? String(from + 24) : null,
  };
}

export const surroundings = (index) => ({
  definition: index === 0 ? 'a1' : 'b2',
  cpus: index === 0 ? 2 : 4,
  postgres: index % 2 ? '' : '18.1',
});

export function log(world) {
  const lines = (world.steps ?? []).flatMap(({ name, startedAt, endedAt, status, message }) => [
    { at: startedAt, kind: 'STEP', state: 'STARTED', subject: name, words: null },
    ...(endedAt ? [{ at: endedAt, kind: 'STEP', state: status, subject: name, words: message }] : []),
  ]);
  const sent = world.plan?.changes.map(({ statement }) => ({
    at: ago(90),
    kind: 'STATEMENT',
    state: 'DONE',
    subject: statement,
    words: '3812 ms',
  }));
  const guard = {
    at: ago(91),
    kind: 'GUARD',
    state: 'WAIT',
    subject: 'Load before change 1',
    words: 'The CPUs are 88 % busy, at most 80 % are allowed.',
  };
  const all = lines.length > 12 ? [...lines, ...(sent ?? []), guard] : lines;
  return { lines: all.sort((a, b) => a.at.localeCompare(b.at)), nextCursor: null };
}

/** Of one older run, driven at another rate. */
export function olderLoads(id, loads) {
  return id === 'r-20261120-0056'
    ? loads
        .filter(({ phase }) => phase === 'PROFILE' || phase === 'BEFORE')
        .map((load) => ({
          ...load,
          id: `older-${load.id}`,
          config: { ...load.config, ratePerSecond: (load.config?.ratePerSecond ?? 40) * 1.5 },
        }))
    : [];
}
