import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { api, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Button } from '../../kit/button.tsx';
import { FailureNote } from '../../kit/failure-note.tsx';
import { kitWords } from '../../kit/words/kit-words.ts';
import { may, session } from '../../session/session.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { draft, draftOf } from '../draft.ts';
import type { Import, Mapping } from '../imports.ts';
import { pathOf } from '../step-page.tsx';
import { importsWords } from '../words/imports-words.ts';

interface OfImport {
  readonly of: Import;
}

/** The way on for who may import: the columns again while the file is in this tab, else from the beginning. */
export function AnotherTry({ of, look }: { readonly of: Import | undefined; readonly look: 'primary' | 'plain' }) {
  const t = useWords(importsWords);
  const { appId } = useApp();
  const [, go] = useLocation();
  if (!may(useKept(session), 'imports:write')) return null;
  if (of !== undefined && draftOf(appId).sent?.importId === of.importId) {
    return (
      <Link class={`button ${look}`} href={pathOf('columns')}>
        {t.changeColumns}
      </Link>
    );
  }
  const begin = () => {
    draft.write(undefined);
    go(pathOf('kind'));
  };
  return (
    <Button look={look} onClick={begin}>
      {t.make}
    </Button>
  );
}

/** It was begun, and its file never came. */
export function Gone() {
  const t = useWords(importsWords);
  return (
    <div class="note">
      <p>
        <strong>{t.gone}</strong>
      </p>
      <p>{t.goneDoes}</p>
      <AnotherTry of={undefined} look="plain" />
    </div>
  );
}

/** The file cannot be used: why, and where. */
export function Refused({ of }: OfImport) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  const { refusal } = of;
  return (
    <div class="note bad" role="status">
      <h2>{t.refusedTitle}</h2>
      {refusal !== undefined && <p>{t.refusals[refusal.code]}</p>}
      {refusal?.line !== undefined && <p>{fill(t.refusedLine, { n: number(refusal.line) })}</p>}
      {refusal !== undefined && (
        <p class="small" lang="en" dir="ltr">
          {refusal.detail}
        </p>
      )}
      <p>{t.refusedDoes}</p>
      <AnotherTry of={of} look="plain" />
    </div>
  );
}

/** A step gave up: it goes on where it stopped when it is asked to. */
export function Stopped({ of }: OfImport) {
  const t = useWords(importsWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const mayGoOn = may(useKept(session), 'imports:write');
  const going = useMutation({
    mutationFn: () => goOn(appId, of),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['import', appId, of.importId] }),
  });
  return (
    <div class="note bad" role="status">
      <h2>{t.failedAt}</h2>
      <p>{t.failedDoes}</p>
      {of.failure !== undefined && (
        <p class="small" lang="en" dir="ltr">
          {of.failure.detail}
        </p>
      )}
      {mayGoOn && (
        <Button busy={going.isPending} onClick={() => going.mutate()}>
          {t.goOn}
        </Button>
      )}
      {going.error !== null && <FailureNote error={going.error} unsure={same} />}
    </div>
  );
}

/** The same call again, with what was said then. Whoever signed in is named by it. */
function goOn(appId: string, { importId, mode, mapping, attestation, undo, dryRun = 0 }: Import): Promise<Import> {
  const params = { path: { appId, importId } };
  const current = session.read();
  const named = (operator: string) =>
    current.state !== 'none' && current.source.kind === 'person' ? {} : { operator };
  if (mode === 'undo' && undo !== undefined) {
    const { operator, reason } = undo;
    const body = { ...named(operator), reason };
    return dataOf(api.POST('/v1/apps/{appId}/imports/{importId}/undo', { params, body }));
  }
  if (mode === 'apply' && attestation !== undefined) {
    const { operator, documentRef } = attestation;
    const body = { ...named(operator), documentRef, dryRun, confirms: true } as const;
    return dataOf(api.POST('/v1/apps/{appId}/imports/{importId}/apply', { params, body }));
  }
  return dataOf(api.POST('/v1/apps/{appId}/imports/{importId}/dry-run', { params, body: mapping as Mapping }));
}
