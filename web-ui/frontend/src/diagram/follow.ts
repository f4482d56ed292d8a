import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DiagramState } from './diagramState';
import type { Canvas, ElementRegistry, Shape } from './viewerParts';

/** Below this size the names in the elements cannot be read. */
const READABLE = 0.62;

/** All of it when that can be read, else the part where something happens. */
export function showWhatHappens(viewer: NavigatedViewer, state: DiagramState): void {
  const canvas = viewer.get<Canvas>('canvas');
  const fitting = canvas.zoom('fit-viewport', 'auto');
  if (fitting >= READABLE) {
    return;
  }
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const shape = registry.get(elementOfInterest(state) ?? '') ?? firstShape(registry);
  canvas.zoom(READABLE, 'auto');
  if (shape) {
    const { outer, inner } = canvas.viewbox();
    const width = outer.width / READABLE;
    const height = outer.height / READABLE;
    canvas.viewbox({
      x: within(shape.x + shape.width / 2 - width / 2, inner.x, inner.x + inner.width - width),
      y: shape.y + shape.height / 2 - height / 2,
      width,
      height,
    });
  }
}

/** Room beside the drawing's edge, in the drawing's own units. */
const MARGIN = 24;

function within(value: number, low: number, high: number): number {
  return Math.max(low - MARGIN, Math.min(value, high + MARGIN));
}

/** Whatever runs, waits or failed; otherwise what was reached last. */
export function elementOfInterest(state: DiagramState): string | undefined {
  const entries = [...state].sort(([, a], [, b]) => a.lastStart - b.lastStart);
  return (entries.findLast(([, { mark }]) => mark !== 'done') ?? entries.at(-1))?.[0];
}

function firstShape(registry: ElementRegistry): Shape | undefined {
  return registry
    .getAll()
    .filter((element) => element.type === 'bpmn:StartEvent')
    .sort((a, b) => a.x - b.x)[0];
}
