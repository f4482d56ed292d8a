// Invented readings for the page of continuous monitoring.
const now = Date.now();
const ago = (seconds) => new Date(now - seconds * 1000).toISOString();

const one = (id, source, metric, unit, kind, value, usual, subject = null, title = '') => ({
  id,
  source,
  metric,
  subject,
  title,
  unit,
  kind,
  firstAt: ago(86_400 * 9),
  value,
  usual,
});
const band = (low, mid, high) => ({ low, mid, high });

const SERIES = [
  one(1, 'PROMETHEUS', 'requests_per_second', '1/s', 'RATE', 41, band(31, 38, 47)),
  one(2, 'PROMETHEUS', 'request_mean_ms', 'ms', 'GAUGE', 23, band(15, 19, 28)),
  one(3, 'PROMETHEUS', 'request_error_share', 'share', 'GAUGE', 0.001, null),
  one(4, 'PROMETHEUS', 'requests_per_second', '1/s', 'RATE', 12, null, 'GET /api/products', 'GET /api/products'),
  one(5, 'DATABASE', 'transactions_per_second', '1/s', 'RATE', 160, band(120, 150, 190)),
  one(6, 'DATABASE', 'connections_share', 'share', 'GAUGE', 0.2, band(0.15, 0.19, 0.24)),
  one(7, 'STATEMENTS', 'statement_load', '1', 'RATE', 0.4, null, '77', 'SELECT * FROM product WHERE category_id = $1'),
  one(8, 'PROBE', 'probe_ms', 'ms', 'GAUGE', 12, null, 'catalogue', 'catalogue'),
];

export const series = (world, target) => (target === 'shop' ? SERIES : []);

export const monitoring = (world, target) => ({
  target,
  state: target === 'shop' ? 'ON' : 'OFF',
  everySeconds: 15,
  cycleSeconds: 60,
  changedBy: target === 'shop' ? 'ann' : '',
  changedAt: target === 'shop' ? ago(86_400 * 9) : null,
  tickedAt: target === 'shop' ? ago(20) : null,
  assessment:
    target === 'shop' ? { id: '6f0c', at: ago(20), restsOn: 'REAL_TIME', words: 'Readings of this cycle.' } : null,
  sources: target === 'shop' ? [{ source: 'DATABASE', lastAt: ago(5) }] : [],
  gaps:
    target === 'shop'
      ? [
          {
            source: 'JVM',
            since: ago(900),
            until: null,
            reason: 'nothing answers JMX at localhost:9010',
            recovered: null,
          },
          {
            source: 'PROMETHEUS',
            since: ago(6_000),
            until: ago(4_800),
            reason: 'no answer within 2 s',
            recovered: 'TOTALS',
          },
        ]
      : [],
});

const nothing = { until: null, runId: null, alertId: null, seriesId: null };

export const marks = (world, target) =>
  target === 'shop'
    ? [
        { ...nothing, at: ago(5_400), kind: 'LEVEL', seriesId: 2, words: 'ROSE' },
        {
          ...nothing,
          at: ago(4_000),
          until: ago(3_100),
          kind: 'ALERT',
          alertId: '5a0f5b7c-0000-4000-8000-000000000003',
          words: 'request_mean_ms is 61.2 ms, above 56.0 ms (what is usual at this hour).',
        },
        {
          ...nothing,
          at: ago(2_400),
          kind: 'CHANGE',
          runId: world.current,
          words: 'CREATE INDEX ON product (category_id)',
        },
      ]
    : [];

/** A day's wave with a hole in it, and a time in which it was twice of that. */
function level(series, at) {
  const hours = (now - at) / 3_600_000;
  const hole = hours > 0.9 && hours < 1.2;
  const day = 1 + 0.25 * Math.sin((2 * Math.PI * at) / 86_400_000);
  const noise = 0.05 * Math.sin(at / 61_000) + 0.04 * Math.sin(at / 197_000);
  const amiss = [5, 31, 80, 120].some((begin) => hours < begin && hours > begin - 0.9);
  return hole ? null : series.value * (day + noise) * (amiss ? 2.2 : 1);
}

export function values(id, from) {
  const found = SERIES.find((each) => each.id === Number(id));
  const begin = Date.parse(from ?? ago(10_800));
  const step = Math.max(30, Math.ceil((now - begin) / 1000 / 360 / 60) * 60);
  const buckets = Array.from({ length: Math.floor((now - begin) / 1000 / step) }, (_, i) => {
    const at = begin + i * step * 1000;
    const mean = level(found, at);
    const usual = found.usual && 1 + 0.25 * Math.sin((2 * Math.PI * Math.floor(at / 3_600_000)) / 24);
    return {
      at: new Date(at).toISOString(),
      low: mean && mean * 0.8,
      mean,
      high: mean && mean * 1.3,
      usualLow: usual && found.usual.low * usual,
      usualHigh: usual && found.usual.high * usual,
    };
  });
  return { series: found, resolution: 'MINUTE', stepSeconds: step, buckets };
}

const holding = (from, warning, critical, setBy = null) => ({
  warning,
  critical,
  direction: 'ABOVE',
  lastingSeconds: 300,
  clearShare: 0.1,
  from,
  since: ago(86_400),
  setBy,
});

const HELD = {
  2: holding('HISTORY', 37, 55),
  3: holding('OBJECTIVE', 0.005, 0.0075),
  6: holding('DECISION', 0.8, 0.95),
  8: holding('OWN', 40, 80, 'ann'),
};

export const thresholds = (world, target) =>
  target === 'shop'
    ? SERIES.map(({ id, source, metric, subject, title, unit, value }) => ({
        ...{ id, target, source, metric, subject, title, unit, value },
        holds: HELD[id] ?? null,
      }))
    : [];

/** Minute by minute, as Firings of the contract takes them; only above, without a critical one that lasts. */
export function preview(id, params) {
  const found = SERIES.find((each) => each.id === Number(id));
  const days = Number(params.get('days') ?? 7);
  const asked = (name, held) => Number(params.get(name) ?? held ?? Infinity);
  const warning = asked('warning', HELD[found.id]?.warning);
  const critical = asked('critical', HELD[found.id]?.critical);
  const lasting = asked('lastingSeconds', 300) * 1000;
  const inside = warning * (1 - asked('clearShare', 0.1));
  const firings = [];
  let beyond = null;
  let back = null;
  let open = null;
  for (let at = now - days * 86_400_000; at < now; at += 60_000) {
    const value = level(found, at);
    if (value === null) continue;
    beyond = value > warning ? (beyond ?? at) : null;
    back = value <= inside ? (back ?? at) : null;
    if (!open && beyond !== null && at - beyond >= lasting) {
      open = { since: beyond, firedAt: at, worst: value };
      firings.push(open);
    } else if (open) {
      open.worst = Math.max(open.worst, value);
      if (back !== null && at - back >= lasting) {
        open.endedAt = at;
        open = null;
      }
    }
  }
  const text = (time) => (time ? new Date(time).toISOString() : null);
  return {
    from: ago(days * 86_400),
    until: ago(0),
    judged: days * 1440,
    stepSeconds: 60,
    firings: firings.map(({ since, firedAt, endedAt, worst }) => ({
      since: text(since),
      firedAt: text(firedAt),
      endedAt: text(endedAt),
      severity: worst > critical ? 'CRITICAL' : 'WARNING',
      worst,
    })),
  };
}

const said = (seconds) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  })
    .format(new Date(ago(seconds)))
    .replace(',', '');

export const statements = (world, target) =>
  target === 'shop'
    ? [
        {
          statement: '77',
          title: 'SELECT * FROM product WHERE category_id = $1',
          kind: 'SLOWER',
          since: ago(5_400),
          foundAt: ago(4_000),
          endedAt: null,
          figure: 2.31,
          words: `A call takes 11.8 ms since ${said(5_400)} UTC, 5.1 ms before.`,
        },
        {
          statement: '78',
          title: 'SELECT sum(amount) FROM order_line WHERE order_id = $1',
          kind: 'NEW_HEAVY',
          since: ago(90_000),
          foundAt: ago(88_000),
          endedAt: ago(40_000),
          figure: 0.18,
          words: "It takes 18.0 % of the database's time in statements; before it took 0.1 %.",
        },
      ]
    : [];
