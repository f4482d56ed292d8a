import flamegraph, { type FlameChart, type LaidOut } from 'd3-flame-graph';
import { select } from 'd3-selection';
import { share } from '../format/figures';
import { flameColour, FOUND_COLOUR } from './flameColours';
import { reachedBy } from './flameKeys';
import type { FlameNode } from './flames';

const CELL = 18;
const NARROWEST = 320;

export interface FlameOptions {
  holder: HTMLElement;
  /** Where the frame under the pointer or the focus is told. */
  details: HTMLElement;
  root: FlameNode;
  label: string;
  unit: (value: number) => string;
  /** Told after each search: share of the whole that what was found makes up, and how many frames it is. */
  found: (share: number, frames: number) => void;
}

/** The graph of d3-flame-graph, made a tree that the keyboard walks through and a screen reader reads out. */
export class FlameDrawing {
  private readonly chart: FlameChart;
  private readonly elements = new Map<LaidOut, SVGGElement>();
  private readonly options: FlameOptions;
  private readonly watcher: ResizeObserver;
  private readonly onKey = (event: KeyboardEvent) => this.walk(event);
  private readonly onFocus = () => this.tellFocused();
  private current: LaidOut | null = null;
  private width: number;

  constructor(options: FlameOptions) {
    const { holder, details, root } = options;
    this.options = options;
    this.width = widthOf(holder);
    this.chart = flamegraph()
      .width(this.width)
      .cellHeight(CELL)
      .minFrameSize(1)
      .transitionDuration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300)
      .sort(true)
      .setLabelHandler((frame) => this.describe(frame))
      .setDetailsElement(details)
      .setColorMapper(({ data, highlight }) => (highlight ? FOUND_COLOUR : flameColour(data.name)))
      // The library takes what is typed for a pattern, and breaks at a parenthesis.
      .setSearchMatch((frame, term) => frame.data.name.toLowerCase().includes(term.toLowerCase()))
      .setSearchHandler((frames, sum) => options.found(sum / Math.max(1, root.value), frames.length))
      .onClick((frame) => this.tend(frame));
    // The library keeps notes on its data.
    select<HTMLElement, unknown>(holder).datum(structuredClone(root)).call(this.chart);
    this.tend(null);
    holder.addEventListener('keydown', this.onKey);
    holder.addEventListener('focusin', this.onFocus);
    this.watcher = new ResizeObserver(() => this.fit());
    this.watcher.observe(holder);
  }

  search(term: string): void {
    if (term === '') {
      this.chart.clear();
    } else {
      this.chart.search(term);
    }
    this.tend(this.current);
  }

  resetZoom(): void {
    this.chart.resetZoom();
  }

  destroy(): void {
    const { holder } = this.options;
    this.watcher.disconnect();
    holder.removeEventListener('keydown', this.onKey);
    holder.removeEventListener('focusin', this.onFocus);
    this.chart.destroy();
    holder.replaceChildren();
  }

  private describe(frame: LaidOut): string {
    const { root, unit } = this.options;
    const value = frame.value === 0 ? '' : `, ${unit(frame.value)}, ${share(frame.value / Math.max(1, root.value))}`;
    return `${frame.data.name}${value}`;
  }

  /** The library draws frames anew at each zoom; only one of them at a time is a stop of the Tab key. */
  private tend(current: LaidOut | null): void {
    const { holder, label } = this.options;
    const svg = select(holder).select<SVGSVGElement>('svg').attr('role', 'tree').attr('aria-label', label);
    this.elements.clear();
    svg.selectAll<SVGGElement, LaidOut>('g').each((frame, index, all) => {
      const element = all[index];
      if (element) {
        this.elements.set(frame, element);
      }
    });
    const first = [...this.elements.keys()].find(({ parent }) => parent === null) ?? null;
    this.current = current && this.elements.has(current) ? current : first;
    this.elements.forEach((element, frame) => {
      element.setAttribute('role', 'treeitem');
      element.setAttribute('aria-level', String(frame.depth + 1));
      element.setAttribute('aria-label', this.describe(frame));
      element.setAttribute('tabindex', frame === this.current ? '0' : '-1');
    });
  }

  private walk(event: KeyboardEvent): void {
    if (!this.current || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const reached = reachedBy(event.key, this.current, (frame) => this.elements.has(frame));
    if (reached) {
      this.elements.get(this.current)?.setAttribute('tabindex', '-1');
      this.current = reached;
      const element = this.elements.get(reached);
      element?.setAttribute('tabindex', '0');
      element?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.chart.zoomTo(this.current);
    } else if (event.key === 'Escape') {
      this.chart.resetZoom();
    } else if (!event.key.startsWith('Arrow')) {
      return;
    }
    event.preventDefault();
  }

  private tellFocused(): void {
    if (this.current) {
      this.options.details.textContent = this.describe(this.current);
    }
  }

  private fit(): void {
    const width = widthOf(this.options.holder);
    if (width !== this.width) {
      this.width = width;
      this.chart.width(width).update();
      this.tend(this.current);
    }
  }
}

function widthOf(holder: HTMLElement): number {
  return Math.max(NARROWEST, holder.clientWidth);
}
