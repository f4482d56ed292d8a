import { InlineLoading } from '@carbon/react';
import { Connect } from '@carbon/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { checkTarget } from '../api/actions';
import { checkQuery } from '../api/queries';
import type { TargetCheck } from '../api/types';
import { shortTime } from '../format/times';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';
import { Answers } from './Answers';
import { Trials } from './Trials';

/** How often it is looked what the workers have found: there is no live event for it. */
const LOOK_AGAIN_MS = 700;

interface CheckPanelProps {
  target: string;
  /** A file that is not saved; null to check the one that is. */
  draft: string | null;
}

/** Asks every part of a target, and sends each request of its scenario once. */
export function CheckPanel({ target, draft }: CheckPanelProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const known = useQuery({
    ...checkQuery(target, asked),
    refetchInterval: ({ state }) => (state.data && state.data.underWay.length > 0 ? LOOK_AGAIN_MS : false),
  });
  const ask = useMutation({
    mutationFn: () => checkTarget(target, draft),
    onSuccess: ({ checkId }) => setAsked(checkId),
  });
  const check = known.data ?? null;
  const busy = ask.isPending || (check !== null && check.underWay.length > 0);
  return (
    <section className="block">
      <h2>Connection and scenario</h2>
      <p className="muted">
        Asks each part of the target, from where the workers run, and sends each request once, those that write too. It
        works beside a run.
      </p>
      <div className="form-buttons" aria-live="polite">
        <RoleButton
          needs="OPERATOR"
          size="sm"
          kind="tertiary"
          renderIcon={Connect}
          disabled={busy}
          onClick={() => ask.mutate()}
        >
          {draft === null ? 'Check target' : 'Check without saving'}
        </RoleButton>
        {busy && <InlineLoading description={`Checking ${check ? left(check) : ''} …`} />}
      </div>
      {ask.error && <Failure error={ask.error} />}
      {ask.data?.note && <p className="muted">{ask.data.note}</p>}
      {known.error && <Failure error={known.error} retry={() => void known.refetch()} />}
      {check && (
        <>
          {asked === null && (
            <p className="muted">
              Last checked {shortTime(check.askedAt)} by {check.askedBy}
              {check.draft && ', before it was saved'}.
            </p>
          )}
          {check.answers.length > 0 && <Answers answers={check.answers} />}
          {check.requests.length > 0 && <Trials trials={check.requests} />}
        </>
      )}
    </section>
  );
}

function left({ underWay }: TargetCheck): string {
  return underWay.map((part) => part.toLowerCase()).join(', ');
}
