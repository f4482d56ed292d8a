import { Button, ContentSwitcher, InlineNotification, Switch } from '@carbon/react';
import { Save } from '@carbon/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { putTarget } from '../api/actions';
import { keys } from '../api/keys';
import { Problem } from '../api/problem';
import { CheckPanel } from '../checks/CheckPanel';
import { RoleButton } from '../session/RoleButton';
import { Failure, Waiting } from '../shell/States';
import { DeleteTarget } from './DeleteTarget';
import { ErrorList } from './ErrorList';
import { FormView } from './form/FormView';
import { nameIn } from './nameIn';
import { useErrors } from './useErrors';

const YamlEditor = lazy(async () => ({ default: (await import('./YamlEditor')).YamlEditor }));
const VIEWS = ['form', 'yaml'] as const;

/** One text, seen as a form or as the YAML it is; both show the errors that the API finds in it. */
export function TargetForm({ definition, name }: { definition: string; name: string | null }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [yaml, setYaml] = useState(definition);
  const [view, setView] = useState<(typeof VIEWS)[number]>('form');
  const [goTo, setGoTo] = useState<number | null>(null);
  const own = name ?? nameIn(yaml);
  const errors = useErrors(own ?? 'unnamed', yaml);
  const changed = yaml !== definition;

  const save = useMutation({
    mutationFn: async () => {
      if (!own) {
        throw new Problem(422, 'The target has no name.', 'Give it a short one: small letters, digits and hyphens.');
      }
      await putTarget(own, yaml);
      return own;
    },
    onSuccess: async (saved) => {
      await cache.invalidateQueries({ queryKey: keys.targets });
      await cache.invalidateQueries({ queryKey: keys.overview });
      if (name === null) {
        await navigate(`/targets/${encodeURIComponent(saved)}`, { replace: true });
      }
    },
  });

  const toYaml = (line: number | null) => {
    setView('yaml');
    setGoTo(line);
  };

  return (
    <>
      <div className="target-form">
        {save.isSuccess && !changed && (
          <InlineNotification kind="success" lowContrast title="Saved." subtitle="The next run uses it." />
        )}
        {save.error && <Failure error={save.error} />}
        <ContentSwitcher
          size="sm"
          className="view-switcher"
          aria-label="How the target is shown"
          selectedIndex={VIEWS.indexOf(view)}
          onChange={({ index }) => setView(VIEWS[index ?? 0] ?? 'form')}
        >
          <Switch name="form" text="Form" />
          <Switch name="yaml" text="YAML" />
        </ContentSwitcher>
        {errors.length > 0 && <ErrorList errors={errors} onPick={toYaml} />}
        {view === 'form' ? (
          <FormView yaml={yaml} onChange={setYaml} errors={errors} named={name !== null} onYaml={toYaml} />
        ) : (
          <Suspense fallback={<Waiting what="the editor" />}>
            <YamlEditor value={yaml} onChange={setYaml} errors={errors} goTo={goTo} />
          </Suspense>
        )}
        <div className="form-buttons">
          <RoleButton
            needs="OPERATOR"
            renderIcon={Save}
            size="md"
            disabled={save.isPending || (name !== null && !changed)}
            onClick={() => save.mutate()}
          >
            {save.isPending ? 'Saving …' : 'Save'}
          </RoleButton>
          {changed && (
            <Button kind="ghost" size="md" onClick={() => setYaml(definition)}>
              Discard changes
            </Button>
          )}
          {name !== null && <DeleteTarget name={name} />}
        </div>
      </div>
      {own && <CheckPanel target={own} draft={name === null || changed ? yaml : null} />}
    </>
  );
}
