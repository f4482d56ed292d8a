import { problemOf, unreachable } from './problem';

const CSRF_COOKIE = /(?:^|; )XSRF-TOKEN=([^;]+)/;

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) });
  return (await response.json()) as T;
}

/** For things that may not be there yet, such as the plan of a run that is still profiling. */
export async function getJsonOrNull<T>(path: string, signal?: AbortSignal): Promise<T | null> {
  try {
    return await getJson<T>(path, signal);
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) {
      return null;
    }
    throw error;
  }
}

export async function getText(path: string, signal?: AbortSignal): Promise<string> {
  const response = await send(path, signal ? { signal } : {});
  return response.text();
}

export async function change(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: string | URLSearchParams,
  type?: string,
) {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-XSRF-TOKEN': await csrfToken() };
  if (type) {
    headers['Content-Type'] = type;
  }
  return send(path, { method, headers, ...(body === undefined ? {} : { body }) });
}

export async function postJson(path: string, body: unknown): Promise<Response> {
  return change('POST', path, JSON.stringify(body), 'application/json');
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw unreachable();
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

async function csrfToken(): Promise<string> {
  const known = CSRF_COOKIE.exec(document.cookie)?.[1];
  if (known) {
    return decodeURIComponent(known);
  }
  await fetch('/api/info', { credentials: 'same-origin' });
  return decodeURIComponent(CSRF_COOKIE.exec(document.cookie)?.[1] ?? '');
}
