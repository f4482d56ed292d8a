import type { BlindSpot } from '../api/types';

/** Where something is to be done so that the next run sees more. */
export const PLACES = {
  DATABASE: 'In the database',
  TARGET_FILE: "In the target's file",
  SERVICE: 'At the service',
  ELSEWHERE: 'Elsewhere',
} as const;

export type Place = keyof typeof PLACES;

export interface Mend extends BlindSpot {
  place: Place;
  /** What is to be done, in order; empty when nobody knows. */
  steps: Step[];
}

/** A command is to be copied as it stands; the rest is said in words. */
export interface Step {
  text: string;
  isCommand: boolean;
}

/** Statements are written in capitals and end with a semicolon; settings of the target's file stand behind its name. */
const COMMANDS = [
  { place: 'DATABASE', pattern: /\b(?:ALTER|CREATE|GRANT|SELECT|ANALYZE|VACUUM|REINDEX)\s[^;]*;/g },
  { place: 'SERVICE', pattern: /-(?:D|XX:)\S+(?:\s+-(?:D|XX:)\S+)*/g },
  { place: 'TARGET_FILE', pattern: /(?<=target's file: ).+$/g },
  { place: 'SERVICE', pattern: /\b[a-z][\w-]*(?:\.[\w-]+)+=[^\s,;]+/g },
] as const;

export function mendOf(spot: BlindSpot): Mend {
  const found = COMMANDS.flatMap(({ place, pattern }) =>
    [...spot.mend.matchAll(pattern)].map((match) => ({ place, text: match[0].trim(), at: match.index })),
  );
  // An option may itself hold name=value: what lies within an earlier find is not another one.
  const apart = found
    .filter(({ text, at }, index) => !found.slice(0, index).some((one) => within(at, text, one)))
    .sort((one, other) => one.at - other.at);
  return {
    ...spot,
    place: apart[0]?.place ?? (spot.mend.includes("target's file") ? 'TARGET_FILE' : 'ELSEWHERE'),
    steps: stepsOf(spot.mend, apart),
  };
}

function within(at: number, text: string, outer: { at: number; text: string }): boolean {
  return at >= outer.at && at + text.length <= outer.at + outer.text.length;
}

function stepsOf(mend: string, commands: { text: string; at: number }[]): Step[] {
  const steps: Step[] = [];
  let told = 0;
  for (const { text, at } of commands) {
    const last = steps.at(-1);
    const words = mend.slice(told, at);
    if (last?.isCommand && words.trim() === '') {
      // Statements with nothing between them are one to copy.
      last.text += `\n${text}`;
    } else {
      steps.push({ text: words, isCommand: false }, { text, isCommand: true });
    }
    told = at + text.length;
  }
  steps.push({ text: mend.slice(told), isCommand: false });
  return steps
    .map(({ text, isCommand }) => ({ text: text.replace(/^[\s,.;]+/, '').trim(), isCommand }))
    .filter(({ text, isCommand }) => isCommand || /\w/.test(text));
}
