import { Button, InlineNotification } from '@carbon/react';
import { Save } from '@carbon/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { putTarget } from '../api/actions';
import { keys } from '../api/keys';
import { Problem, type FieldError } from '../api/problem';
import { RoleButton } from '../session/RoleButton';
import { Failure, Waiting } from '../shell/States';
import { nameIn } from './nameIn';

const YamlEditor = lazy(async () => ({ default: (await import('./YamlEditor')).YamlEditor }));
const NONE: FieldError[] = [];

export function TargetForm({ definition, name }: { definition: string; name: string | null }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [yaml, setYaml] = useState(definition);
  const [goTo, setGoTo] = useState<number | null>(null);

  const save = useMutation({
    mutationFn: async () => {
      const own = name ?? nameIn(yaml);
      if (!own) {
        throw new Problem(422, 'The target has no name.', 'Write "name: my-service" on the first line.');
      }
      await putTarget(own, yaml);
      return own;
    },
    onSuccess: async (saved) => {
      await cache.invalidateQueries({ queryKey: keys.targets });
      if (name === null) {
        await navigate(`/targets/${encodeURIComponent(saved)}`, { replace: true });
      }
    },
  });
  const errors = save.error instanceof Problem ? save.error.errors : NONE;

  return (
    <div className="target-form">
      {save.isSuccess && yaml === definition && (
        <InlineNotification kind="success" lowContrast title="Saved." subtitle="The next run uses it." />
      )}
      {save.error && <Failure error={save.error} />}
      {errors.length > 0 && <ErrorList errors={errors} onPick={setGoTo} />}
      <Suspense fallback={<Waiting what="the editor" />}>
        <YamlEditor value={yaml} onChange={setYaml} errors={errors} goTo={goTo} />
      </Suspense>
      <div className="form-buttons">
        <RoleButton
          needs="OPERATOR"
          renderIcon={Save}
          size="md"
          disabled={save.isPending || (name !== null && yaml === definition)}
          onClick={() => save.mutate()}
        >
          {save.isPending ? 'Saving …' : 'Save'}
        </RoleButton>
        {yaml !== definition && (
          <Button kind="ghost" size="md" onClick={() => setYaml(definition)}>
            Discard changes
          </Button>
        )}
      </div>
    </div>
  );
}

function ErrorList({ errors, onPick }: { errors: FieldError[]; onPick: (line: number) => void }) {
  return (
    <ul className="yaml-errors">
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
