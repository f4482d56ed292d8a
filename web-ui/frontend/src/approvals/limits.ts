import type { PlanContent } from '../api/stored';

/** The instant of a local date and time as the browser's field gives it; null for none. */
export function instantOf(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}

/** Why these cannot be left out together, in the words of the server; null when they can. */
export function objection(content: PlanContent | null, without: string[]): string | null {
  const steps = content?.steps ?? [];
  if (without.length > 0 && without.length === steps.length) {
    return 'Nothing would be left of the plan. Reject it instead.';
  }
  for (const step of steps) {
    const missing = step.needs.find((need) => without.includes(need.changeId));
    if (missing && !without.includes(step.changeId)) {
      return `Change ${step.position} needs change ${missing.position}. Leave out both or none of them.`;
    }
  }
  return null;
}
