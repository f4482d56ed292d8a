import type { Alert } from '../src/api/alerts';

export const alerts: [Alert, Alert];
export function answer(params: URLSearchParams): Alert[];
