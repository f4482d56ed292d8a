/** Pixels that a figure takes. */
const NARROW_TICK = 34;

/** Those that do not stand on each other; the last ones matter most. */
export function apart(splits: number[], width: number): number[] {
  const last = splits.at(-1) ?? 0;
  const pixel = width / Math.max(1e-9, last - (splits[0] ?? 0));
  const kept: number[] = [];
  for (const split of [...splits].reverse()) {
    const before = kept.at(-1);
    if (before === undefined || (before - split) * pixel >= NARROW_TICK) {
      kept.push(split);
    }
  }
  return kept.reverse();
}
