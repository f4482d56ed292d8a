declare module 'd3-flame-graph' {
  import type { BaseType, Selection } from 'd3-selection';

  export interface FlameChart {
    <Datum>(
      selection: Selection<HTMLElement, Datum, BaseType, undefined> | Selection<HTMLElement, Datum, null, undefined>,
    ): void;
    width(pixels: number): FlameChart;
    cellHeight(pixels: number): FlameChart;
    minFrameSize(pixels: number): FlameChart;
    transitionDuration(millis: number): FlameChart;
    inverted(upsideDown: boolean): FlameChart;
    sort(sorted: boolean): FlameChart;
    search(term: string): void;
    clear(): void;
    resetZoom(): void;
    destroy(): void;
  }

  export default function flamegraph(): FlameChart;
}
