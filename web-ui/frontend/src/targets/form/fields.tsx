import { Checkbox, TextInput } from '@carbon/react';
import { written, type Path } from './targetDocument';
import { useEditing } from './Editing';

interface FieldProps {
  path: Path;
  label: string;
  /** What is written there, for instance. */
  example?: string;
  help?: string;
  readOnly?: boolean;
  /** An empty text stays a field, as it says which of several it is. */
  keepEmpty?: boolean;
  /** Text to the value that is kept; nothing special by default. */
  read?: (text: string) => string | number | string[];
}

/** One field, with the error that the API found at it. */
export function Field({ path, label, example, help, readOnly = false, keepEmpty = false, read }: FieldProps) {
  const { target, errors, set } = useEditing();
  const id = written(path);
  const error = errors.find(({ field }) => field === id);
  return (
    <TextInput
      id={`target-${id}`}
      size="sm"
      labelText={label}
      value={shown(target.get(path))}
      readOnly={readOnly}
      invalid={error !== undefined}
      invalidText={error?.message}
      {...(example ? { placeholder: example } : {})}
      {...(help ? { helperText: help } : {})}
      onChange={({ target: { value } }) => set(path, value !== '' && read ? read(value) : value)}
      onBlur={({ target: { value } }) => {
        // Not before: who types anew keeps the place in the file.
        if (value === '' && !keepEmpty && target.get(path) !== undefined) {
          set(path, null);
        }
      }}
    />
  );
}

interface SwitchProps {
  path: Path;
  label: string;
  /** What holds while it is not written down. */
  otherwise: boolean;
}

export function Switch({ path, label, otherwise }: SwitchProps) {
  const { target, set } = useEditing();
  const value = target.get(path);
  return (
    <Checkbox
      id={`target-${written(path)}`}
      labelText={label}
      checked={typeof value === 'boolean' ? value : otherwise}
      onChange={(_, { checked }) => set(path, checked === otherwise ? null : checked)}
    />
  );
}

/** What is no number stays text: the API says what is wrong with it. */
export function numberOr(text: string): string | number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function listOf(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(String).join(', ');
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
