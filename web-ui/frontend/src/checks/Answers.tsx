import { CheckmarkFilled, ErrorFilled, WarningAltFilled } from '@carbon/icons-react';
import type { TargetCheck } from '../api/types';
import { Command } from '../shell/Command';

type Answer = TargetCheck['answers'][number];

const STATEMENT = /^(GRANT|ALTER|CREATE) .*;$/;

/** What each part of the target said, with what mends it. */
export function Answers({ answers }: { answers: Answer[] }) {
  return (
    <ul className="check-answers">
      {answers.map(({ part, subject, state, words, mend }) => (
        <li key={`${part} ${subject}`}>
          <StateIcon state={state} />
          <div>
            <span className="strong">{subject}</span> {words}
            {mend !== '' &&
              (STATEMENT.test(mend) ? <Command text={mend} what="the statement" /> : <p className="muted">{mend}</p>)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function StateIcon({ state }: { state: Answer['state'] }) {
  switch (state) {
    case 'FINE':
      return <CheckmarkFilled className="icon-done" aria-label="Fine" />;
    case 'LACKING':
      return <WarningAltFilled className="icon-warning" aria-label="Lacking" />;
    case 'BROKEN':
      return <ErrorFilled className="icon-failed" aria-label="Broken" />;
  }
}
