import { queryOptions } from '@tanstack/react-query';
import { change, getJson, postJson } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Alert = Schemas['AlertView'];
export type Breach = Schemas['BreachView'];
export type Delivery = Schemas['DeliveryView'];
export type Response = Schemas['ResponseView'];

export const alertKeys = ['alerts'] as const;
const at = (id: string) => `/api/alerts/${encodeURIComponent(id)}`;

/** The live stream says when one comes or changes; whoever shows them asks now and then as well. */
export const alertsQuery = (resolved: boolean) =>
  queryOptions({
    queryKey: [...alertKeys, resolved] as const,
    queryFn: ({ signal }) => getJson<Alert[]>(`/api/alerts${resolved ? '?resolved=true' : ''}`, signal),
  });

export async function setAlert(id: string, what: 'acknowledge' | 'reopen'): Promise<void> {
  await change('POST', `${at(id)}/${what}`);
}

/** @param hours null for as long as it lasts */
export async function muteAlert(id: string, hours: number | null): Promise<void> {
  await postJson(`${at(id)}/mute`, hours === null ? {} : { hours });
}

export async function judgeAlert(id: string, verdict: 'REAL' | 'NOISE'): Promise<void> {
  await postJson(`${at(id)}/verdict`, { verdict });
}
