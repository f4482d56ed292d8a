import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

/** jsdom lays nothing out, so there is never a size to observe. */
class NoResizes implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

beforeEach(() => {
  globalThis.ResizeObserver = NoResizes;
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

// A warning of React in the console is a bug.
afterEach(() => {
  cleanup();
  try {
    expect(console.error).not.toHaveBeenCalled();
    expect(console.warn).not.toHaveBeenCalled();
  } finally {
    vi.restoreAllMocks();
  }
});
