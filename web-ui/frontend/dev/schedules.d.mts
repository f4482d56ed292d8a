import type { Schedule, Tick } from '../src/api/schedules';

export const schedules: [Schedule, Schedule];
export const ticks: Tick[];
export function preview(times: string | null, zone: string | null): { next: string[]; errors: unknown[] };
