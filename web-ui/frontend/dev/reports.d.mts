import type { TargetReport } from '../src/reports/queries';

export const reports: TargetReport[];
export const page: string;
