import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../shell/States';
import type { DiagramState } from './diagramState';
import { graphOf, type ModelElement } from './modelGraph';
import { badgesOf } from './badges';
import { wayTaken } from './wayTaken';
import { ZoomButtons } from './ZoomButtons';
import type { Canvas, ElementRegistry, Overlays } from './viewerParts';

interface BpmnCanvasProps {
  xml: string;
  state: DiagramState;
  label: string;
}

/** bpmn-js colours by style attribute, where custom properties work: the diagram follows the theme. */
const COLOURS = {
  defaultFillColor: 'var(--diagram-fill)',
  defaultStrokeColor: 'var(--diagram-stroke)',
  defaultLabelColor: 'var(--diagram-label)',
};

export function BpmnCanvas({ xml, state, label }: BpmnCanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [error, setError] = useState<Error | null>(null);

  useEffect(() => {
    if (!holder.current) {
      return;
    }
    const made = new NavigatedViewer({ container: holder.current, bpmnRenderer: COLOURS });
    let gone = false;
    made.importXML(xml).then(
      () => {
        if (!gone) {
          made.get<Canvas>('canvas').zoom('fit-viewport', 'auto');
          setError(null);
          setViewer(made);
        }
      },
      (reason: unknown) => {
        if (!gone) {
          setError(reason instanceof Error ? reason : new Error('The diagram could not be drawn.'));
        }
      },
    );
    return () => {
      gone = true;
      setViewer(null);
      made.destroy();
    };
  }, [xml]);

  useEffect(() => (viewer ? paint(viewer, state) : undefined), [viewer, state]);

  return (
    <div className="diagram" role="img" aria-label={label}>
      {error && <Failure error={error} />}
      <div ref={holder} className="diagram-canvas" />
      {viewer && <ZoomButtons canvas={viewer.get<Canvas>('canvas')} />}
    </div>
  );
}

/** Draws the state over the model; returns how to take it off again. */
function paint(viewer: NavigatedViewer, state: DiagramState): () => void {
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

  const way = wayTaken(graphOf(registry.getAll() as ModelElement[]), state);
  way.flows.forEach((flow) => mark(flow, 'way'));
  way.passed.forEach((element) => mark(element, 'at-passed'));
  for (const [element, elementState] of state) {
    mark(element, `at-${elementState.mark}`);
    if (registry.get(element)) {
      badgesOf(elementState).forEach((badge) => placed.push(overlays.add(element, 'run-state', badge)));
    }
  }
  return () => {
    marked.forEach(([element, marker]) => canvas.removeMarker(element, marker));
    placed.forEach((overlay) => overlays.remove(overlay));
  };
}
