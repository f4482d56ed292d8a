declare module 'd3-flame-graph' {
  import type { BaseType, Selection } from 'd3-selection';

  /** A frame as the library lays it out; the value is 0 while it is hidden beside one that is zoomed into. */
  export interface LaidOut {
    data: { name: string };
    value: number;
    depth: number;
    /** Found by the last search. */
    highlight?: boolean;
    parent: LaidOut | null;
    children?: LaidOut[];
  }

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
    setLabelHandler(label: (frame: LaidOut) => string): FlameChart;
    setColorMapper(colour: (frame: LaidOut) => string): FlameChart;
    setDetailsElement(element: HTMLElement): FlameChart;
    setSearchMatch(matches: (frame: LaidOut, term: string) => boolean): FlameChart;
    setSearchHandler(found: (frames: LaidOut[], sum: number, total: number) => void): FlameChart;
    onClick(zoomed: (frame: LaidOut) => void): FlameChart;
    update(): FlameChart;
    zoomTo(frame: LaidOut): void;
    search(term: string): void;
    clear(): void;
    resetZoom(): void;
    destroy(): void;
  }

  export default function flamegraph(): FlameChart;
}
