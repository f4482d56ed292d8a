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

export const marks = (world, target) =>
  target === 'shop'
    ? [{ at: ago(2_400), kind: 'CHANGE', runId: world.current, words: 'CREATE INDEX ON product (category_id)' }]
    : [];

/** A calm wave with a hole in it. */
export function values(id, from) {
  const found = SERIES.find((each) => each.id === Number(id));
  const begin = Date.parse(from ?? ago(10_800));
  const step = Math.max(30, Math.ceil((now - begin) / 1000 / 360 / 60) * 60);
  const buckets = Array.from({ length: Math.floor((now - begin) / 1000 / step) }, (_, i) => {
    const mean = found.value * (1 + 0.2 * Math.sin(i / 17) + 0.05 * Math.sin(i * 1.7));
    const hole = i > 60 && i < 80;
    return {
      at: new Date(begin + i * step * 1000).toISOString(),
      low: hole ? null : mean * 0.8,
      mean: hole ? null : mean,
      high: hole ? null : mean * 1.3,
    };
  });
  return { series: found, resolution: 'MINUTE', stepSeconds: step, buckets };
}
