import { duration } from '../format/times';
import type { ElementState } from './diagramState';
import type { Badge } from './viewerParts';

const SIGNS = { active: '●', waiting: 'Waiting', done: '✓', stopped: '■', failed: '!' } as const;
const WORDS = {
  active: 'running',
  waiting: 'waiting for a person',
  done: 'done',
  stopped: 'ended here',
  failed: 'failed',
} as const;

/** Times below this say nothing but would clutter the diagram. */
const WORTH_SHOWING_MS = 100;

/** What is laid over an element: its state at the upper right, the time it took at the lower left. */
export function badgesOf(state: ElementState, isEvent: boolean): Badge[] {
  const badges: Badge[] = [
    { position: isEvent ? { top: -8, right: 8 } : { top: -9, right: 12 }, html: stateBadge(state) },
  ];
  if (!isEvent && state.millis >= WORTH_SHOWING_MS) {
    const time = duration(state.millis) + (state.visits > 1 ? ` · ${state.visits}×` : '');
    badges.push({ position: { bottom: 8, left: 4 }, html: chip('badge-time', time) });
  }
  return badges;
}

function stateBadge({ mark, progress, message }: ElementState): HTMLElement {
  const text = mark === 'active' && progress !== null ? `${progress} %` : SIGNS[mark];
  const badge = chip(`badge-state badge-${mark}`, text);
  badge.title = [WORDS[mark], message].filter(Boolean).join(': ');
  return badge;
}

function chip(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
