export interface World {
  current: string;
  approvals: { id: string }[];
}

export function world(stage: 'waiting' | 'running' | 'ended' | 'incident' | 'empty'): World;
