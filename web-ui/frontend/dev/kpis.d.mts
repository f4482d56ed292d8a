import type { KpisOfTargets } from '../src/kpis/queries';

export function kpis(world: { targets: { name: string }[] }, days: number): KpisOfTargets;
