import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { badgesOf } from './badges';
import type { DiagramState } from './diagramState';
import { graphOf } from './modelGraph';
import type { Canvas, ElementRegistry, Overlays } from './viewerParts';
import { eitherOf, wayTaken } from './wayTaken';

/** Draws the state over the model; returns how to take it off again. */
export function paint(viewer: NavigatedViewer, state: DiagramState): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const marked: [string, string][] = [];
  const placed: string[] = [];

  const mark = (element: string, marker: string) => {
    if (registry.get(element)) {
      canvas.addMarker(element, marker);
      marked.push([element, marker]);
    }
  };

  const graph = graphOf(registry.getAll());
  const way = wayTaken(graph, state);
  way.flows.forEach((flow) => mark(flow, 'way'));
  eitherOf(graph.flows.filter(({ id }) => way.flows.has(id))).forEach((flow) => mark(flow, 'way-either'));
  way.passed.forEach((element) => mark(element, 'at-passed'));
  for (const [element, elementState] of state) {
    mark(element, `at-${elementState.mark}`);
    const shape = registry.get(element);
    if (shape) {
      badgesOf(elementState, shape.type.endsWith('Event')).forEach((badge) =>
        placed.push(overlays.add(element, 'run-state', badge)),
      );
    }
  }
  return () => {
    marked.forEach(([element, marker]) => canvas.removeMarker(element, marker));
    placed.forEach((overlay) => overlays.remove(overlay));
  };
}
