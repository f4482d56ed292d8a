import { Button, InlineNotification, TextArea } from '@carbon/react';
import { Checkmark, Close } from '@carbon/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { decide } from '../api/actions';
import { keys } from '../api/keys';
import { Problem } from '../api/problem';
import { planQuery } from '../api/queries';
import type { Approval, Decision } from '../api/types';
import { useIsApprover, useSession } from '../session/useSession';
import { Failure } from '../shell/States';
import { BY_HAND } from '../runs/ChangeList';
import { KINDS } from './kinds';
import { instantOf, objection } from './limits';
import { PlanLimits } from './PlanLimits';

export function DecisionForm({ approval }: { approval: Approval }) {
  const { user } = useSession();
  if (!useIsApprover()) {
    return (
      <InlineNotification
        kind="info"
        lowContrast
        hideCloseButton
        title="You may read this but not decide it."
        subtitle={`${user} lacks the role APPROVER. Sign in as an approver (in local mode: the user "approver") or hand over the link to this page.`}
      />
    );
  }
  return <ApproverForm approval={approval} />;
}

function ApproverForm({ approval }: { approval: Approval }) {
  const cache = useQueryClient();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const [without, setWithout] = useState<string[]>([]);
  const [notBefore, setNotBefore] = useState('');
  const [mayTakeBack, setMayTakeBack] = useState(false);
  const { approve, reject } = KINDS[approval.kind];
  const plan = useQuery({
    ...planQuery(approval.runId),
    enabled: approval.kind === 'PLAN' || approval.kind === 'BY_HAND',
  });
  const { user } = useSession();
  const otherEyes = approval.fourEyes && approval.requestedBy === user;
  const against = objection(plan.data?.content ?? null, without);

  const decision = useMutation({
    mutationFn: (choice: Decision) =>
      decide(
        approval.id,
        choice,
        comment.trim(),
        choice === 'APPROVE' ? { without, notBefore: instantOf(notBefore), mayTakeBack } : undefined,
      ),
    // A refused decision may mean that somebody else was faster: what is shown is then out of date as well.
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: keys.approvals });
      void cache.invalidateQueries({ queryKey: keys.run(approval.runId) });
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const choice: Decision = submitterOf(event) === 'REJECT' ? 'REJECT' : 'APPROVE';
    const lacksReason = choice === 'REJECT' && comment.trim() === '';
    setMissing(lacksReason);
    if (!lacksReason) {
      decision.mutate(choice);
    }
  };

  if (decision.isSuccess) {
    return (
      <InlineNotification
        kind="success"
        lowContrast
        hideCloseButton
        title="Your decision is recorded."
        subtitle={decision.data ?? 'The run goes on with it in a moment.'}
      />
    );
  }
  return (
    <form className="decision" onSubmit={submit} aria-label="Decision">
      {decision.error && <Failure error={said(decision.error)} />}
      {approval.refusal && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title="The last decision does not count."
          subtitle={approval.refusal}
        />
      )}
      {otherEyes && (
        <InlineNotification
          kind="info"
          lowContrast
          hideCloseButton
          title="Somebody else has to approve this."
          subtitle="The target wants four eyes and you asked for the run. You may still reject it."
        />
      )}
      <TextArea
        id={`comment-${approval.id}`}
        labelText="Comment"
        helperText="Kept with the decision. A rejection needs a reason."
        rows={3}
        enableCounter
        maxCount={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        invalid={missing}
        invalidText="Say why, so that the next plan can be a better one."
      />
      {plan.data && (
        <PlanLimits
          kind={approval.kind}
          changes={plan.data.changes.filter(
            ({ kind, status }) => approval.kind === 'PLAN' || (kind === BY_HAND && status === 'PROPOSED'),
          )}
          without={without}
          onWithout={setWithout}
          notBefore={notBefore}
          onNotBefore={setNotBefore}
          mayTakeBack={mayTakeBack}
          onMayTakeBack={setMayTakeBack}
          objection={against}
        />
      )}
      <div className="decision-buttons">
        <Button
          type="submit"
          name="decision"
          value="APPROVE"
          renderIcon={Checkmark}
          disabled={decision.isPending || otherEyes || against !== null}
        >
          {approve}
        </Button>
        <Button
          type="submit"
          name="decision"
          value="REJECT"
          kind="danger--tertiary"
          renderIcon={Close}
          disabled={decision.isPending}
        >
          {reject}
        </Button>
      </div>
    </form>
  );
}

function submitterOf(event: SubmitEvent<HTMLFormElement>): string | undefined {
  const { submitter } = event.nativeEvent;
  return submitter instanceof HTMLButtonElement ? submitter.value : undefined;
}

function said(error: Error): Error {
  return error instanceof Problem && error.status === 409
    ? new Problem(409, 'Somebody has decided this already.', error.message)
    : error;
}
