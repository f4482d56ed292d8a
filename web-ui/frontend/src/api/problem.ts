import type { FieldError, ProblemBody } from './types';

/** A ProblemDetail of our API, or a connection that failed, as one error with what to do about it. */
export class Problem extends Error {
  readonly status: number;
  readonly mend: string | null;
  readonly errors: FieldError[];

  constructor(status: number, message: string, mend: string | null = null, errors: FieldError[] = []) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.mend = mend;
    this.errors = errors;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await bodyOf(response);
  const errors = (body.errors ?? []).map((error) => ({
    line: error.line ?? null,
    field: error.field ?? null,
    message: error.message ?? 'not valid',
  }));
  const message = body.detail ?? body.title ?? `The server answered ${response.status}.`;
  return new Problem(response.status, message, body.mend ?? mendOf(response.status), errors);
}

export function unreachable(): Problem {
  return new Problem(0, 'Perfloop does not answer.', 'Check that it runs (./perfloop up), then try again.');
}

async function bodyOf(response: Response): Promise<ProblemBody> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) {
    return {};
  }
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}

function mendOf(status: number): string | null {
  switch (status) {
    case 401:
      return 'Sign in again.';
    case 403:
      return 'Sign in as a user with the needed role.';
    case 404:
      return 'Check the address; it may have been removed.';
    default:
      return status >= 500 ? 'Try again; if it stays, look into the log of the web UI.' : null;
  }
}
