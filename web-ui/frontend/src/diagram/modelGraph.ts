import type { Flow, ModelGraph } from './wayTaken';

/** The few properties of bpmn-js's business objects that are read here. */
export interface ModelElement {
  id: string;
  type: string;
  businessObject: {
    $instanceOf(type: string): boolean;
    sourceRef?: { id: string };
    targetRef?: { id: string };
    attachedToRef?: { id: string };
    eventDefinitions?: { $type: string }[];
    incoming?: unknown[];
    $parent?: { id: string; $type: string };
  };
}

const LEAVES_TRACE = ['bpmn:ServiceTask', 'bpmn:UserTask', 'bpmn:CallActivity', 'bpmn:SendTask', 'bpmn:ScriptTask'];

export function graphOf(elements: ModelElement[]): ModelGraph {
  const flows: Flow[] = [];
  const traceless = new Set<string>();
  const parents = new Map<string, string>();
  const exits = new Set<string>();

  for (const { id, type, businessObject: is } of elements) {
    if (type === 'label') {
      continue;
    }
    if (is.$instanceOf('bpmn:SequenceFlow')) {
      if (is.sourceRef && is.targetRef) {
        flows.push({ id, source: is.sourceRef.id, target: is.targetRef.id });
      }
      continue;
    }
    if (!is.$instanceOf('bpmn:FlowNode') || is.$instanceOf('bpmn:EndEvent')) {
      continue;
    }
    if (!LEAVES_TRACE.some((type) => is.$instanceOf(type))) {
      traceless.add(id);
    }
    if (is.attachedToRef) {
      parents.set(id, is.attachedToRef.id);
      if (is.eventDefinitions?.some((definition) => definition.$type === 'bpmn:MessageEventDefinition')) {
        exits.add(id);
      }
    } else if (is.$instanceOf('bpmn:StartEvent') && is.$parent?.$type === 'bpmn:SubProcess') {
      parents.set(id, is.$parent.id);
    }
  }
  return { flows, traceless, parents, exits };
}
