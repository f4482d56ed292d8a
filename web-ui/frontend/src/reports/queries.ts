import { queryOptions } from '@tanstack/react-query';
import { getJson, postJson } from '../api/http';
import { keys } from '../api/keys';
import type { components } from '../api/schema';

export type TargetReport = components['schemas']['TargetReportView'];

/** One that is being made is there within seconds; else nobody waits. */
const SOON_MS = 1000;
const SELDOM_MS = 60_000;

const at = (target: string) => `/api/targets/${encodeURIComponent(target)}/reports`;

export const fileOf = ({ target, id }: TargetReport, ending: 'html' | 'md') =>
  `${at(target)}/${encodeURIComponent(id)}/report.${ending}`;
export const dataOf = ({ target, id }: TargetReport) => `${at(target)}/${encodeURIComponent(id)}`;

export const reportsKey = (target: string) => [...keys.target(target), 'reports'] as const;

export const reportsQuery = (target: string) =>
  queryOptions({
    queryKey: reportsKey(target),
    queryFn: ({ signal }) => getJson<TargetReport[]>(at(target), signal),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'WAITING') ? SOON_MS : SELDOM_MS),
  });

/** Of the last seven days, until now, by the clock of whoever asks. */
export async function askForReport(target: string): Promise<TargetReport> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (await (await postJson(at(target), { zone: timeZone })).json()) as TargetReport;
}
