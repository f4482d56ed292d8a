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

/** Those that last, unless it says more. */
export interface AlertsAsked {
  /** What is over as well. */
  resolved?: boolean;
  /** Only those of which nobody has said whether they were real. */
  unjudged?: boolean;
  target?: string | null;
  /** Only those that opened within so many days. */
  days?: number | null;
}

/** The live stream says when one comes or changes; whoever shows them asks now and then as well. */
export function alertsQuery(asked: AlertsAsked = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value) {
      params.set(name, String(value));
    }
  }
  const wanted = params.toString();
  return queryOptions({
    queryKey: [...alertKeys, wanted] as const,
    queryFn: ({ signal }) => getJson<Alert[]>(`/api/alerts${wanted && `?${wanted}`}`, signal),
  });
}

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
