import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { useKept } from '../kept.ts';
import { Page } from '../kit/page.tsx';
import { may, type Scope, session } from '../session/session.ts';
import { whoMay } from '../session/who-may.ts';
import { sessionWords } from '../session/words/session-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { shellWords } from './words/shell-words.ts';

interface AllowedProps {
  readonly scope: Scope | undefined;
  readonly children: ComponentChildren;
}

/** What somebody may see; else why not, and who may. */
export function Allowed({ scope, children }: AllowedProps) {
  const current = useKept(session);
  if (scope !== undefined && !may(current, scope)) return <NotAllowed scope={scope} />;
  return <>{children}</>;
}

/** For who came by a link. */
function NotAllowed({ scope }: { readonly scope: Scope }) {
  const t = useWords(shellWords);
  const { roles } = useWords(sessionWords);
  const { list } = useSpeech();
  const current = useKept(session);
  const isKey = current.state !== 'none' && current.source.kind === 'key';
  const who = isKey
    ? fill(t.needsScope, { scope: `⁨${scope}⁩` })
    : fill(t.opensFor, { roles: list(whoMay[scope].map((each) => roles[each])) });
  return (
    <Page title={isKey ? t.notYourKey : t.notYourRole}>
      <div class="stack">
        <p class="note">{who}</p>
        <p>
          <Link href="~/console" class="button">
            {t.toStart}
          </Link>
        </p>
      </div>
    </Page>
  );
}
