/** The database server in the window of the profile. */
export interface Database {
  serverVersion: string;
  from: string;
  to: string;
  settings: Record<string, string>;
  /** How many samples of sessions at work waited for what; CPU when for nothing. */
  waits: Record<string, number>;
}

/** A table with the work on it in the window of the profile. */
export interface TableFacts {
  schema: string;
  name: string;
  /** r table, p partitioned table, m materialised view, x a partition. */
  kind: string;
  /** The planner's estimate; negative when it was never analysed. */
  rows: number;
  pages: number;
  sizeBytes: number;
  inserted: number;
  updated: number;
  deleted: number;
  sequentialScans: number;
  sequentialRows: number;
  indexScans: number;
  upkeep: {
    liveRows: number;
    deadRows: number;
    modifiedSinceAnalyse: number;
    lastAnalysed: string | null;
    lastVacuumed: string | null;
    hotUpdated: number;
    /** Pages the live rows would fill; 0 when unknown. */
    expectedPages: number;
  };
}

export interface IndexFacts {
  schema: string;
  table: string;
  name: string;
  method: string;
  unique: boolean;
  primary: boolean;
  valid: boolean;
  keys: { expression: string; descending: boolean }[];
  include: string[];
  predicate: string | null;
  sizeBytes: number;
  /** In the window of the profile. */
  scans: number;
  made: { definition: string; constraint: boolean; scansEver: number };
}

/** What was sampled about once a second; the metric's name ends with its unit. */
export interface Series {
  metric: string;
  points: { second: number; value: number }[];
}
