import { createContext, use } from 'react';
import type { FieldError } from '../../api/types';
import type { Edited, Path, TargetDocument, Value } from './targetDocument';

interface Editing {
  target: TargetDocument;
  errors: FieldError[];
  /** Null takes the field out. */
  set: (path: Path, value: Value | null) => void;
  /** Any other change of the text. */
  change: (deed: (yaml: string) => Edited) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) {
    throw new Error('A field of the form stands outside of it.');
  }
  return editing;
}
