/** As much of a frame that is laid out as it takes to walk from one to the next. */
export interface Frame {
  value: number;
  parent: Frame | null;
  children?: Frame[];
}

/**
 * Where an arrow key leads in a graph that grows upwards: up to the widest frame that was called, down to the caller, to
 * the sides along what the same caller called. Only what is drawn can be reached; null where there is nothing.
 */
export function reachedBy<F extends Frame>(key: string, from: F, isDrawn: (frame: F) => boolean): F | null {
  switch (key) {
    case 'ArrowUp':
      return drawn<F>(from.children, isDrawn).reduce<F | null>(
        (widest, child) => (widest && widest.value >= child.value ? widest : child),
        null,
      );
    case 'ArrowDown':
      return from.parent as F | null;
    case 'ArrowLeft':
      return beside(from, -1, isDrawn);
    case 'ArrowRight':
      return beside(from, 1, isDrawn);
    case 'Home':
      return rootOf(from);
    default:
      return null;
  }
}

function beside<F extends Frame>(from: F, step: 1 | -1, isDrawn: (frame: F) => boolean): F | null {
  const siblings = drawn<F>(from.parent?.children, isDrawn);
  const at = siblings.indexOf(from);
  return at < 0 ? null : (siblings[at + step] ?? null);
}

function drawn<F extends Frame>(frames: Frame[] | undefined, isDrawn: (frame: F) => boolean): F[] {
  return ((frames ?? []) as F[]).filter((frame) => frame.value > 0 && isDrawn(frame));
}

function rootOf<F extends Frame>(from: F): F {
  let at = from;
  while (at.parent) {
    at = at.parent as F;
  }
  return at;
}
