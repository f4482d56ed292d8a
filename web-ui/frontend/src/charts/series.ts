import type { LoadWindow } from '../api/types';

/** Columns as uPlot wants them: seconds since the start of the load, then one column a series. */
export type Columns = [number[], ...(number | null)[][]];

/** Lays series of different days over each other by the second within their own load test. */
export function overlay(series: LoadWindow[][], value: (window: LoadWindow) => number | null): Columns {
  const bySecond = series.map((windows) => {
    const sorted = windows
      .map((window) => [epochSecond(window.second), value(window)] as const)
      .sort((a, b) => a[0] - b[0]);
    const first = sorted[0]?.[0] ?? 0;
    return new Map(sorted.map(([second, figure]) => [second - first, figure]));
  });
  const length = Math.max(0, ...bySecond.map((map) => Math.max(-1, ...map.keys()) + 1));
  const seconds = Array.from({ length }, (_, second) => second);
  return [seconds, ...bySecond.map((map) => seconds.map((second) => map.get(second) ?? null))];
}

function epochSecond(second: string | number): number {
  return typeof second === 'number' ? second : Math.floor(Date.parse(second) / 1000);
}
