/** Blue among warm colours, so that it is seen whatever one's eyes tell apart. */
export const FOUND_COLOUR = '#78a9ff';

/** The same for all of a package, and light enough for dark text on it (contrast above 4.5 to 1) in either theme. */
export function flameColour(frame: string): string {
  const mark = hash(packageOf(frame));
  return `hsl(${18 + (mark % 32)} ${78 + (mark % 13)}% ${62 + (mark % 11)}%)`;
}

/** The first parts of the name in small letters: who wrote the code. */
function packageOf(frame: string): string {
  return /^(?:[a-z][a-z0-9_]*\.){1,3}/.exec(frame)?.[0] ?? frame;
}

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) {
    sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  }
  return sum;
}
