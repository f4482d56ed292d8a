export const tokens: unknown[];
export function audit(params: URLSearchParams): unknown;
