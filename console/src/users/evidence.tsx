import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Entry } from './timeline.tsx';
import { usersWords } from './words/users-words.ts';

/** What proves an entry, and the wording that the person had before them. */
export function Evidence({ entry }: { readonly entry: Entry }) {
  const t = useWords(usersWords);
  const { exact } = useSpeech();
  const [shown, setShown] = useState(false);
  const { evidence = {}, rule } = entry;
  const names: { readonly [field: string]: string } = t.evidenceNames;
  const facts = Object.entries({ ...evidence, ...(rule !== undefined && { rule }) });
  const { noticeId, noticeVersion, noticeLocale } = evidence;
  const maySeeWords = may(useKept(session), 'collection:read');
  return (
    <div class="evidence">
      <details>
        <summary>{t.evidence}</summary>
        <p class="small">{fill(t.recorded, { time: exact(new Date(entry.recordedAt)) })}</p>
        <dl>
          {facts.map(([field, value]) => (
            <div key={field}>
              <dt>{names[field] ?? field}</dt>
              <dd dir="auto">
                {typeof value === 'object' && value !== null ? Object.values(value).join(', ') : String(value)}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {noticeId !== undefined && noticeVersion !== undefined && maySeeWords && (
        <>
          <Button look="quiet" onClick={() => setShown(true)}>
            {t.shown}
          </Button>
          <Dialog title={t.shown} open={shown} onClose={() => setShown(false)}>
            <Wording noticeId={noticeId} version={noticeVersion} locale={noticeLocale} />
            <div class="form-acts">
              <Button onClick={() => setShown(false)}>{t.close}</Button>
            </div>
          </Dialog>
        </>
      )}
    </div>
  );
}

interface WordingProps {
  readonly noticeId: string;
  readonly version: number;
  readonly locale: string | undefined;
}

/** A published version does not change, so it is read once. */
function Wording({ noticeId, version, locale }: WordingProps) {
  const t = useWords(usersWords);
  const app = useApp();
  const path = { appId: app.appId, noticeId, version: String(version) };
  const notice = useQuery({
    queryKey: ['notice', app.appId, noticeId, version],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/notices/{noticeId}/versions/{version}', { params: { path } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded of={notice} lines={5}>
      {({ texts }) => {
        const text = texts.find((each) => each.locale === locale) ?? texts[0];
        if (text === undefined) return <p>{t.noShown}</p>;
        return (
          <div class="wording" lang={text.locale} dir="auto">
            <h3>{text.heading}</h3>
            <p>{text.agreement}</p>
            <ul>
              {text.purposes.map(({ purposeId, text: words }) => (
                <li key={purposeId}>{words}</li>
              ))}
            </ul>
            {[text.incentive, text.benefits, text.frequency, text.howToStop, text.privacy?.text].map(
              (each) => each !== undefined && <p key={each}>{each}</p>,
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
