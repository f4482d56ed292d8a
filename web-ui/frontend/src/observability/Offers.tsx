import { InlineLoading } from '@carbon/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { wishObservability } from '../api/actions';
import { keys } from '../api/keys';
import { observabilityQuery } from '../api/queries';
import type { Observability } from '../api/types';
import { ChangeList } from '../runs/ChangeList';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { Failure } from '../shell/States';

/** How often it is looked whether the workers have done what was wished: there is no live event for it. */
const LOOK_AGAIN_MS = 1_500;

const isUnderWay = ({ wish }: Observability) => wish !== null && wish.fulfilledAt === null;

/** What Perfloop may itself switch on at a target, so that the next run sees more. */
export function Offers({ target }: { target: string }) {
  const asked = useQuery({
    ...observabilityQuery(target),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  });
  return (
    <Loaded query={asked}>
      {(known) =>
        known.runId !== null && (
          <section className="block">
            <h3>What Perfloop may switch on itself</h3>
            <Offered target={target} known={known} />
          </section>
        )
      }
    </Loaded>
  );
}

function Offered({ target, known }: { target: string; known: Observability }) {
  const cache = useQueryClient();
  const wish = useMutation({
    mutationFn: (what: '' | '/apply' | '/undo') => wishObservability(target, what),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.observability(target) }),
  });
  const { offers, wish: newest } = known;
  const busy = wish.isPending || isUnderWay(known);
  const some = (status: string) => offers.some((offer) => offer.status === status);
  return (
    <>
      {newest === null && (
        <p>Some of what is missing is a setting or an extension. Perfloop looks which of them its role may set.</p>
      )}
      {newest?.fulfilledAt && offers.length === 0 && <p>Nothing of it is Perfloop’s to switch on.</p>}
      {offers.length > 0 && (
        <ChangeList
          changes={offers.map((offer, index) => ({
            ...offer,
            position: index + 1,
            findingId: null,
            earned: null,
            guards: [],
            endedAt: null,
          }))}
        />
      )}
      {newest?.note && <NotOffered note={newest.note} />}
      {some('APPLIED') && (
        <p className="muted">
          What is set for a database holds for new sessions: restart the service, or wait until its pool has new ones.
        </p>
      )}
      {wish.error && <Failure error={wish.error} />}
      <div className="form-buttons" aria-live="polite">
        {busy ? (
          <InlineLoading description="The workers are at it …" />
        ) : (
          <>
            {some('PROPOSED') && (
              <RoleButton needs="APPROVER" size="sm" onClick={() => wish.mutate('/apply')}>
                Switch on
              </RoleButton>
            )}
            {some('APPLIED') && (
              <RoleButton needs="APPROVER" size="sm" kind="tertiary" onClick={() => wish.mutate('/undo')}>
                Take back
              </RoleButton>
            )}
            <RoleButton needs="OPERATOR" size="sm" kind="ghost" onClick={() => wish.mutate('')}>
              {newest === null ? 'See what it may switch on' : 'Look again'}
            </RoleButton>
          </>
        )}
      </div>
    </>
  );
}

function NotOffered({ note }: { note: string }) {
  return (
    <>
      <p className="strong">Not offered</p>
      <ul className="plain-list">
        {note.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
