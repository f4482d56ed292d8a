import type { FieldError } from '../api/types';

interface ErrorListProps {
  errors: FieldError[];
  onPick: (line: number) => void;
}

/** Every error, those of fields that the form does not show among them. */
export function ErrorList({ errors, onPick }: ErrorListProps) {
  return (
    <ul className="yaml-errors" aria-label="Errors">
      {errors.map(({ line, field, message }, index) => (
        <li key={index}>
          {line !== null && (
            <button type="button" className="link-button" onClick={() => onPick(line)}>
              Line {line}
            </button>
          )}{' '}
          {field && <code>{field}</code>} {message}
        </li>
      ))}
    </ul>
  );
}
