/** One line of a run's log. */
export interface LogLine {
  at: string;
  kind: 'STEP' | 'LOAD' | 'APPROVAL' | 'STATEMENT' | 'GUARD' | 'RUN';
  state: string;
  subject: string;
  words: string | null;
}

export interface Log {
  lines: LogLine[];
  /** Whether there are older lines than these. */
  cutOff: boolean;
}
