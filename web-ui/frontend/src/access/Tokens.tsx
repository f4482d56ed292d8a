import { Button, Checkbox } from '@carbon/react';
import { Add } from '@carbon/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokensQuery, type Token } from '../api/access';
import { useMay } from '../session/useSession';
import { Loaded } from '../shell/Loaded';
import { LoadMore } from '../shell/LoadMore';
import { Empty } from '../shell/States';
import { CreateToken } from './CreateToken';
import { RevokeToken } from './RevokeToken';
import { TokenTable } from './TokenTable';

export function Tokens() {
  const isAdmin = useMay('ADMIN');
  const [everybody, setEverybody] = useState(false);
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const tokens = useInfiniteQuery(tokensQuery(everybody));
  const create = (
    <Button size="md" renderIcon={Add} onClick={() => setCreating(true)}>
      Create token
    </Button>
  );
  return (
    <section className="block">
      <h2>API tokens</h2>
      {isAdmin && (
        <Checkbox
          id="everybody"
          labelText="Show everybody’s tokens"
          checked={everybody}
          onChange={(_event, { checked }) => setEverybody(checked)}
        />
      )}
      <Loaded query={tokens}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <Empty title="No token yet." action={create}>
              The command line takes one from PERFLOOP_TOKEN; other programs send it as “Authorization: Bearer …”.
            </Empty>
          ) : (
            <>
              <TokenTable tokens={pages.flatMap(({ items }) => items)} everybody={everybody} onRevoke={setRevoking} />
              <LoadMore query={tokens} />
              <div className="form-buttons">{create}</div>
            </>
          )
        }
      </Loaded>
      {creating && <CreateToken onClose={() => setCreating(false)} />}
      {revoking && <RevokeToken token={revoking} onClose={() => setRevoking(null)} />}
    </section>
  );
}
