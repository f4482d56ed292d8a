// Invented alerts for the page /alerts.
const breach = (called, metric, subject, unit, value, threshold, thresholdFrom) => ({
  called,
  metric,
  subject,
  unit,
  value,
  worst: value,
  threshold,
  thresholdFrom,
  severity: 'CRITICAL',
  firstAt: '2026-11-21T07:30:00Z',
  lastAt: '2026-11-21T08:00:00Z',
  endedAt: null,
});

const delivery = (channel, event, status, attempts, answer) => ({
  channel,
  event,
  status,
  attempts,
  madeAt: '2026-11-21T07:35:01Z',
  nextAt: status === 'WAITING' ? '2026-11-21T08:04:00Z' : null,
  endedAt: status === 'WAITING' ? null : '2026-11-21T07:35:03Z',
  answer,
});

const alert = (id, target, family, state, more) => ({
  id,
  target,
  family,
  severity: 'WARNING',
  state,
  words: 'CPU of the service: 84 %, wanted at most 80 % (decided).',
  openedAt: '2026-11-21T07:35:00Z',
  seenAt: '2026-11-21T08:00:00Z',
  changedBy: null,
  changedAt: null,
  mutedUntil: null,
  resolvedAt: null,
  verdict: null,
  verdictBy: null,
  breaches: [],
  responses: [],
  deliveries: [],
  ...more,
});

export const alerts = [
  alert('5a0f5b7c-0000-4000-8000-000000000001', 'shop', 'REQUESTS', 'OPEN', {
    severity: 'CRITICAL',
    words: 'p95 of checkout: 410 ms, wanted at most 200 ms (objective), critical from 300 ms, and 1 more.',
    breaches: [
      breach('p95 of checkout', 'request_p95_ms', 'checkout', 'ms', 410, 300, 'OBJECTIVE'),
      breach('error rate', 'request_error_share', null, 'share', 0.021, 0.01, 'HISTORY'),
    ],
    responses: [
      {
        severity: 'CRITICAL',
        action: 'START_RUN',
        at: '2026-11-21T07:35:00Z',
        runId: 'r-20261121-0061',
        changeId: null,
        resource: null,
        words: null,
        whyNone: null,
      },
      {
        severity: 'CRITICAL',
        action: 'ROLL_BACK',
        at: '2026-11-21T07:35:00Z',
        runId: null,
        changeId: null,
        resource: null,
        words: null,
        whyNone: 'No change was kept within 7 days whose approver lets it be taken back by itself.',
      },
    ],
    deliveries: [
      delivery('ops', 'CRITICAL', 'SENT', 1, '200'),
      delivery('team', 'CRITICAL', 'WAITING', 4, 'Connection refused'),
    ],
  }),
  alert('5a0f5b7c-0000-4000-8000-000000000002', 'billing-service', 'CPU', 'MUTED', {
    changedBy: 'operator',
    changedAt: '2026-11-21T07:40:00Z',
    mutedUntil: '2026-11-21T11:40:00Z',
  }),
];

const over = alert('5a0f5b7c-0000-4000-8000-000000000003', 'shop', 'POOL', 'RESOLVED', {
  openedAt: '2026-11-20T07:10:00Z',
  resolvedAt: '2026-11-20T08:00:00Z',
  words: 'pool_waiting_threads is 3.00, above 1.00 (the decided threshold).',
  verdict: 'REAL',
  verdictBy: 'ana',
});

export const answer = (params) =>
  (params.get('resolved') === 'true' ? [...alerts, over] : alerts).filter(
    ({ target, verdict }) =>
      (params.get('unjudged') !== 'true' || verdict === null) && [null, target].includes(params.get('target')),
  );
