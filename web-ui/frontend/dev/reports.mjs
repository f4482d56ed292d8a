// Invented reports of weeks for the page of a target's reports.

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 15, 23);
const at = (ms) => new Date(ms).toISOString();

const report = (n, more = {}) => ({
  id: `0000000${n}-0000-4000-8000-000000000000`,
  target: 'shop',
  since: at(MONDAY - (n + 1) * 7 * DAY),
  until: at(MONDAY - n * 7 * DAY),
  zone: 'Europe/Berlin',
  weekly: true,
  status: 'MADE',
  askedBy: 'Perfloop',
  askedAt: at(MONDAY - n * 7 * DAY + DAY / 4),
  endedAt: at(MONDAY - n * 7 * DAY + DAY / 4),
  whyNone: null,
  report: null,
  ...more,
});

export const reports = [
  report(0, { weekly: false, status: 'WAITING', askedBy: 'ana', endedAt: null, since: at(MONDAY - 5 * DAY) }),
  report(1),
  report(2, { weekly: false, askedBy: 'ana' }),
  report(3, { status: 'FAILED', whyNone: 'It could not be made: the disk is full.' }),
];

export const page =
  '<!doctype html><html lang="en"><title>Invented</title><h1>shop, 9 Nov 2026 to 16 Nov 2026</h1><p>No alert.</p></html>';
