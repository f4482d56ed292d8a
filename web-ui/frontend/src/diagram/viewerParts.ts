export interface Badge {
  position: { top?: number; bottom?: number; left?: number; right?: number };
  html: HTMLElement;
}

/** The services of bpmn-js used here; the library's own types do not name them. */
export interface Canvas {
  zoom(level?: number | 'fit-viewport', centre?: 'auto'): number;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}

export interface Overlays {
  add(element: string, type: string, badge: Badge): string;
  remove(overlay: string): void;
}

export interface ElementRegistry {
  get(element: string): unknown;
  getAll(): unknown[];
}
