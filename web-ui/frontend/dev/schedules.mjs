// Invented schedules for the pages below /schedules.
const at = (day, hour) => `2026-11-${day}T${hour}:30:00Z`;

export const schedules = [
  {
    id: 'shop-k7x2p9',
    target: 'shop',
    times: '30 2 * * *',
    zone: 'Europe/Berlin',
    intensity: 'STANDARD',
    inWindowsOnly: true,
    status: 'ACTIVE',
    heard: true,
    madeBy: 'operator',
    madeAt: at(10, '09'),
    changedBy: 'operator',
    changedAt: at(12, '09'),
    next: [22, 23, 24, 25, 26].map((day) => at(day, '01')),
    last: {
      dueAt: at(21, '01'),
      decidedAt: at(21, '01'),
      missed: 2,
      runId: 'r-20261121-0061',
      outcome: 'TARGETS_MET',
      whyNone: null,
    },
  },
  {
    id: 'billing-service-3fa92c',
    target: 'billing-service',
    times: 'R/PT12H',
    zone: 'UTC',
    intensity: 'QUICK',
    inWindowsOnly: false,
    status: 'PAUSED',
    heard: false,
    madeBy: 'operator',
    madeAt: at(14, '09'),
    changedBy: 'approver',
    changedAt: at(20, '09'),
    next: [],
    last: null,
  },
];

export const ticks = [
  schedules[0].last,
  {
    dueAt: at(20, '01'),
    decidedAt: at(20, '01'),
    missed: 0,
    runId: null,
    outcome: null,
    whyNone: 'Run r-20261120-0060 was at work on the target: two loads at once would measure each other.',
  },
];

export function answer(id, part, params, found, missing) {
  if (!id) return found(schedules);
  if (id === 'preview') return found(preview(params.get('times'), params.get('zone')));
  if (part === 'ticks') return found({ ticks, before: null });
  const one = schedules.find((each) => each.id === id);
  return one ? found(one) : missing(`There is no schedule ${id}.`, 'Pick one from the list of schedules.');
}

export function preview(times, zone) {
  if (!zone.includes('/') && zone !== 'UTC')
    return {
      next: [],
      errors: [{ line: 1, field: 'zone', message: `"${zone}" is no time zone. Write one as Europe/Berlin, or UTC.` }],
    };
  return times.split(' ').length === 5 || times.startsWith('R')
    ? { next: schedules[0].next, errors: [] }
    : {
        next: [],
        errors: [{ line: 1, field: 'times', message: `"${times}" has ${times.split(' ').length} fields, not five.` }],
      };
}
