import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../shell/States';
import type { DiagramState } from './diagramState';
import { elementOfInterest, showWhatHappens } from './follow';
import { paint } from './paint';
import type { Canvas } from './viewerParts';
import { ZoomButtons } from './ZoomButtons';

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
  // Whoever has moved the diagram wants to look at that part: it stays until "Follow" is pressed.
  const [following, setFollowing] = useState(true);
  const interest = elementOfInterest(state);

  useEffect(() => {
    if (!holder.current) {
      return;
    }
    const made = new NavigatedViewer({ container: holder.current, bpmnRenderer: COLOURS });
    let gone = false;
    made.importXML(xml).then(
      () => {
        if (!gone) {
          setError(null);
          setFollowing(true);
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

  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  useEffect(() => {
    if (viewer && following) {
      showWhatHappens(viewer, latest.current);
    }
  }, [viewer, following, interest]);

  const stay = () => setFollowing(false);
  return (
    <div className="diagram">
      {error && <Failure error={error} />}
      <div
        ref={holder}
        className="diagram-canvas"
        role="group"
        aria-label={label}
        onPointerDown={stay}
        onWheel={stay}
      />
      {viewer && (
        <ZoomButtons
          canvas={viewer.get<Canvas>('canvas')}
          following={following}
          onFollow={() => setFollowing(true)}
          onMoved={stay}
        />
      )}
    </div>
  );
}
