export interface CountedStatement {
  queryId: string | number;
  query: string;
  calls: number[];
  rows: number[];
  msPerRequest: number;
}

export interface CountedRequest {
  name: string;
  sent: number;
  quiet: boolean;
  transactions: number;
  meanMs: number;
  answerBytes: number;
  statements: CountedStatement[];
}

export interface CallsPerRequest {
  requests: CountedRequest[];
}

export function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** "3", or "12 to 40" where single requests differ. */
export function span(values: number[]): string {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return values.length === 0 ? '–' : least === most ? String(least) : `${least} to ${most}`;
}

export function callsOf(request: CountedRequest): number {
  return request.statements.reduce((sum, { calls }) => sum + mean(calls), 0);
}
