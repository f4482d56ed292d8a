import { TextArea } from '@carbon/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { giveUp, takeBack, takeBacksQuery, type TakeBack as Wish } from '../api/takeBacks';
import { keys } from '../api/keys';
import type { Change } from '../api/types';
import { useNow } from '../format/times';
import { RoleButton } from '../session/RoleButton';
import { Confirm } from '../shell/Confirm';
import { Failure } from '../shell/States';

/** Takes a kept change back, long after its run; and says what came of it. */
export function TakeBack({ change, runId }: { change: Change; runId: string }) {
  const [asking, setAsking] = useState(false);
  const wishes = useQuery(takeBacksQuery(change.id));
  const newest = wishes.data?.[0];
  const underWay = newest?.endedAt === null;
  return (
    <div className="take-back">
      {newest && (
        <p className="muted" role="status">
          {underWay
            ? `Being taken back, as ${newest.wishedBy} said.`
            : `${newest.outcome === 'TAKEN_BACK' ? 'Taken back' : 'Not taken back'}. ${newest.note ?? ''}`}
        </p>
      )}
      {underWay && <GiveUp change={change} wish={newest} runId={runId} />}
      {change.status === 'KEPT' && !underWay && (
        <RoleButton needs="APPROVER" kind="danger--ghost" size="sm" onClick={() => setAsking(true)}>
          Take back
        </RoleButton>
      )}
      {asking && <Asked change={change} runId={runId} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** It takes seconds, unless an index is built again. The server says no while a worker is at it. */
const STUCK_AFTER = 60_000;

/** No run begins while a change is being taken back: one that is stuck must be ended somehow. */
function GiveUp({ change, wish, runId }: { change: Change; wish: Wish; runId: string }) {
  const now = useNow(true);
  const cache = useQueryClient();
  const giving = useMutation({
    mutationFn: () => giveUp(change.id),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: takeBacksQuery(change.id).queryKey });
      void cache.invalidateQueries({ queryKey: keys.run(runId) });
    },
  });
  if (now - Date.parse(wish.wishedAt) < STUCK_AFTER) {
    return null;
  }
  return (
    <>
      {giving.error && <Failure error={giving.error} />}
      <p className="muted">
        No run begins meanwhile. Where it is stuck: mend what this run&rsquo;s steps say and retry, or give it up and
        take back yourself what is left of it.
      </p>
      <RoleButton
        needs="APPROVER"
        kind="danger--ghost"
        size="sm"
        disabled={giving.isPending}
        onClick={() => giving.mutate()}
      >
        Give it up
      </RoleButton>
    </>
  );
}

function Asked({ change, runId, onClose }: { change: Change; runId: string; onClose: () => void }) {
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const taking = useMutation({
    mutationFn: () => takeBack(change.id, reason.trim()),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: takeBacksQuery(change.id).queryKey });
      void cache.invalidateQueries({ queryKey: keys.run(runId) });
      onClose();
    },
  });
  return (
    <Confirm
      question="Take this change back?"
      deed={['Take back', 'Taking back …']}
      keep="Keep it"
      doing={taking}
      onClose={onClose}
      size="sm"
    >
      <p>Perfloop sends to the target: {change.undoStatement}</p>
      <TextArea
        id={`reason-${change.id}`}
        labelText="Reason"
        helperText="Kept with the change."
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Confirm>
  );
}
