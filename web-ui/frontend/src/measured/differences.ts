/** Of the first, in percent; null where there is nothing to set it against. */
export function differencePct(first: number | null, second: number | null): number | null {
  if (first === null || second === null) {
    return null;
  }
  if (first === 0) {
    return second === 0 ? 0 : null;
  }
  return (second / first - 1) * 100;
}
