import type { ModelElement } from './modelGraph';

export interface Badge {
  position: { top?: number; bottom?: number; left?: number; right?: number };
  html: HTMLElement;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Shape = ModelElement & Box;

/** The services of bpmn-js used here; the library's own types do not name them. */
export interface Canvas {
  zoom(level?: number | 'fit-viewport', centre?: 'auto'): number;
  viewbox(): Box & { inner: Box; outer: { width: number; height: number } };
  viewbox(box: Box): unknown;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}

export interface Overlays {
  add(element: string, type: string, badge: Badge): string;
  remove(overlay: string): void;
}

export interface ElementRegistry {
  get(element: string): Shape | undefined;
  getAll(): Shape[];
}
