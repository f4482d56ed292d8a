import { change, postJson } from './http';
import type {
  AskedRun,
  CheckAsked,
  Decision,
  DecisionAnswer,
  FieldError,
  Intensity,
  StartAnswer,
  Validation,
} from './types';

/** What a yes to a plan is limited to. */
export interface Limits {
  without: string[];
  notBefore: string | null;
  mayTakeBack: boolean;
}

export async function signIn(username: string, password: string): Promise<void> {
  await change('POST', '/api/login', new URLSearchParams({ username, password }));
}

/** Where the logout goes on, for who came from an OpenID provider; null for nowhere. */
export async function signOut(): Promise<string | null> {
  const response = await change('POST', '/api/logout');
  return response.status === 204 ? null : ((await response.json()) as { continueAt: string }).continueAt;
}

export type Started = Pick<StartAnswer, 'run' | 'note'> & { alreadyRunning: boolean };

export async function startRun(target: string, intensity: Intensity): Promise<Started> {
  const response = await postJson('/api/runs', { target, intensity });
  const { run, note } = (await response.json()) as StartAnswer;
  return { run, note, alreadyRunning: response.headers.get('Perfloop-Already-Running') === 'true' };
}

/** Both are runs of their own: one asks if the guards hold, the other how much alike load tests differ. */
export async function askForRun(target: string, kind: 'gate' | 'calibration'): Promise<AskedRun> {
  const response = await postJson(`/api/targets/${encodeURIComponent(target)}/${kind}`, {});
  return (await response.json()) as AskedRun;
}

export async function liftGuards(target: string): Promise<void> {
  await change('DELETE', `/api/targets/${encodeURIComponent(target)}/guards`);
}

export async function cancelRun(id: string): Promise<void> {
  await change('POST', `/api/runs/${encodeURIComponent(id)}/cancel`);
}

/** Begins the step anew that an incident holds. */
export async function retryRun(id: string): Promise<void> {
  await change('POST', `/api/runs/${encodeURIComponent(id)}/retry`);
}

/** Ends the load test under way. */
export async function abortLoad(id: string): Promise<void> {
  await change('POST', `/api/runs/${encodeURIComponent(id)}/loads/abort`);
}

export async function decide(
  approvalId: string,
  decision: Decision,
  comment: string,
  limits: Limits = { without: [], notBefore: null, mayTakeBack: false },
): Promise<string | null> {
  const path = `/api/approvals/${encodeURIComponent(approvalId)}/decision`;
  const limited = limits.without.length > 0 || limits.notBefore !== null || limits.mayTakeBack;
  const response = await postJson(path, { decision, comment, ...(limited ? limits : {}) });
  return ((await response.json()) as DecisionAnswer).note;
}

export async function putTarget(name: string, yaml: string): Promise<void> {
  await change('PUT', `/api/targets/${encodeURIComponent(name)}`, yaml, 'text/yaml');
}

/** What is wrong with a target's file; nothing is stored. */
export async function validateTarget(name: string, yaml: string): Promise<FieldError[]> {
  const path = `/api/targets/${encodeURIComponent(name)}/validation`;
  const response = await change('POST', path, yaml, 'text/yaml');
  return ((await response.json()) as Validation).errors;
}

export async function deleteTarget(name: string): Promise<void> {
  await change('DELETE', `/api/targets/${encodeURIComponent(name)}`);
}

/** @param draft a file to be checked instead of the one that is saved */
export async function checkTarget(name: string, draft: string | null): Promise<CheckAsked> {
  const path = `/api/targets/${encodeURIComponent(name)}/check`;
  const response = await change('POST', path, draft ?? '', 'text/yaml');
  return (await response.json()) as CheckAsked;
}

/** To see what Perfloop may switch on at a target, to have it done, or taken back. */
export async function wishObservability(target: string, wish: '' | '/apply' | '/undo'): Promise<void> {
  await change('POST', `/api/targets/${encodeURIComponent(target)}/observability${wish}`);
}
