import { Button, Search } from '@carbon/react';
import flamegraph, { type FlameChart as Chart } from 'd3-flame-graph';
import { select } from 'd3-selection';
import { useEffect, useRef } from 'react';
import type { FlameNode } from './flames';

const CELL = 18;
const NARROWEST = 320;

/** Drawn by d3-flame-graph: a click zooms in. The table beside it says the same to those who cannot see or click it. */
export function FlameChart({ root, label }: { root: FlameNode; label: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);

  useEffect(() => {
    const element = holder.current;
    if (!element) {
      return;
    }
    const drawn = flamegraph()
      .width(Math.max(NARROWEST, element.clientWidth))
      .cellHeight(CELL)
      .minFrameSize(1)
      .transitionDuration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300)
      .sort(true);
    // The library keeps notes on its data.
    select<HTMLElement, unknown>(element).datum(structuredClone(root)).call(drawn);
    chart.current = drawn;
    return () => {
      drawn.destroy();
      element.replaceChildren();
      chart.current = null;
    };
  }, [root]);

  const search = (term: string) => (term ? chart.current?.search(term) : chart.current?.clear());
  return (
    <>
      <div className="flame-tools">
        <Search
          size="sm"
          labelText="Find frames by name"
          placeholder="Find frames by name"
          onChange={(event) => search(event.target.value)}
          onClear={() => search('')}
        />
        <Button kind="ghost" size="sm" onClick={() => chart.current?.resetZoom()}>
          Reset zoom
        </Button>
      </div>
      <div className="flame" ref={holder} role="img" aria-label={label} />
    </>
  );
}
