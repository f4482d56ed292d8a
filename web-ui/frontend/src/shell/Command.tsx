import { CopyButton } from '@carbon/react';

/** Text to be copied as it stands, such as a statement or an option. */
export function Command({ text, what }: { text: string; what: string }) {
  return (
    <div className="sql-code">
      <pre>{text}</pre>
      <CopyButton
        iconDescription={`Copy ${what}`}
        align="left"
        onClick={() => void navigator.clipboard.writeText(text)}
      />
    </div>
  );
}
