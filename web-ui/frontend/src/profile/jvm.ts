/** What the service's JVM did while the load ran, from its flight recording; 0 seconds when there is none. */
export interface JvmFacts {
  seconds: number;
  version: string;
  cores: number;
  cpuShare: number;
  samples: number;
  sampleMs: number;
  hot: HotCode[];
  waits: Wait[];
  inside: Inside[];
  allocation: { bytesPerSecond: number; sites: Site[] };
  garbage: {
    collector: string;
    collections: number;
    pauseShare: number;
    longestMs: number;
    liveBytes: number;
    maxBytes: number;
  };
  exceptionsPerSecond: number;
  groups: ThreadGroup[];
  unseen: string;
  mend: string;
}

export interface HotCode {
  frame: string;
  entry: string;
  library: string;
  owner: 'APPLICATION' | 'LIBRARY' | 'DRIVER' | 'JDK';
  hottest: string;
  samples: number;
}

export interface Wait {
  kind: string;
  on: string;
  frame: string;
  entry: string;
  inTransaction: boolean;
  times: number;
  ms: number;
  longestMs: number;
}

export interface Inside {
  frame: string;
  deed: string;
  ms: number;
}

export interface Site {
  frame: string;
  entry: string;
  type: string;
  bytesPerSecond: number;
}

export interface ThreadGroup {
  name: string;
  threads: number;
  busy: number;
  /** Share of the looks at which none was idle, 0 to 1. */
  full: number;
  looks: number;
}

/** Class and method, without the package: what one reads a method by. */
export function shortName(method: string): string {
  return method.split('.').slice(-2).join('.');
}
