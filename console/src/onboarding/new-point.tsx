import { useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { RadiosField } from '../kit/choice-fields.tsx';
import { Empty } from '../kit/empty.tsx';
import { Form, useForm, type Values } from '../kit/form.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { findPoint } from '../points/find-point.ts';
import { PointFields } from '../points/point-fields.tsx';
import { settingsOf } from '../points/point-values.ts';
import { type PointKind, useNotices, usePointChanged } from '../points/points.ts';
import { rooms } from '../rooms.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { kindsOf, type Mechanism } from './mechanisms.ts';
import { onboardingWords } from './words/onboarding-words.ts';

/** The form for another point of a way in. */
export function NewPoint({ mechanism }: { readonly mechanism: Mechanism }) {
  const t = useWords(onboardingWords);
  const app = useApp();
  const notices = useNotices();
  const { newTitle, why } = t.mechanisms[mechanism];
  const isPersonal = mechanism === 'personal-link' || mechanism === 'preference-page';
  return (
    <Page
      title={newTitle}
      lead={why}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      {!isPersonal && app.whatsapp === undefined && <p class="note">{t.noWhatsapp}</p>}
      <Loaded of={notices} lines={8}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={t.noNoticeTitle} why={t.noNoticeWhy} act={<ToNotices />} />
          ) : (
            <div class="narrow">
              <NewPointForm mechanism={mechanism} notices={data.map(({ noticeId }) => noticeId)} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Where the words are written, as soon as there is a room for it. */
function ToNotices() {
  const t = useWords(onboardingWords);
  const { appId } = useApp();
  if (!rooms.some(({ id }) => id === 'notices')) return null;
  return (
    <Link class="button primary" href={`~/console/apps/${appId}/notices`}>
      {t.toNotices}
    </Link>
  );
}

interface NewPointFormProps {
  readonly mechanism: Mechanism;
  readonly notices: readonly string[];
}

function NewPointForm({ mechanism, notices }: NewPointFormProps) {
  const t = useWords(onboardingWords);
  const app = useApp();
  const [, go] = useLocation();
  const changed = usePointChanged();
  const make = useMakeOnce();
  const kinds = kindsOf(mechanism);
  const kindIn = (values: Values): PointKind => kinds.find((each) => each === values['/kind']) ?? kinds[0] ?? mechanism;
  const [only] = notices.length === 1 ? notices : [];
  const form = useForm(
    {
      '/kind': mechanism,
      '/purposes': app.purposes.length === 1 ? (app.purposes[0]?.purposeId ?? '') : '',
      ...(mechanism === 'link' && { '/opens': 'check-page' }),
      ...(only !== undefined && { '/notice': only }),
    },
    (values) => make(settingsOf(kindIn(values), values, app.timeZone)),
    (point) => {
      changed(point);
      toast(fill(t.made, { name: point.name }));
      go(`~/console/apps/${app.appId}/points/${point.pointId}`);
    },
  );
  const { countsOnce } = useWords(kitWords);
  return (
    <Form form={form} act={t.mechanisms[mechanism].make} onCancel={() => go('/')} whenUnsure={countsOnce}>
      {kinds.length > 1 && (
        <RadiosField
          form={form}
          pointer="/kind"
          label={t.whoGives}
          choices={[
            ['widget', t.phoneGives, t.phoneGivesHint],
            ['form', t.typed, t.typedHint],
          ]}
        />
      )}
      <PointFields form={form} kind={kindIn(form.values)} app={app} notices={notices} />
    </Form>
  );
}

/**
 * Makes a point, and not a second one when the answer to the first was lost: before it is sent again, the one that may have been stored
 * is looked for.
 */
function useMakeOnce() {
  const { appId } = useApp();
  const [begun] = useState(() => Date.now());
  const unsure = useRef(false);
  return async (body: ReturnType<typeof settingsOf>) => {
    if (unsure.current) {
      const stored = await findPoint(
        appId,
        ({ kind, name, createdAt }) =>
          kind === body.kind && name === body.name?.trim() && Date.parse(createdAt) >= begun - clockTolerance,
      );
      unsure.current = false;
      if (stored !== undefined) return stored;
    }
    try {
      return await dataOf(api.POST('/v1/apps/{appId}/points', { params: { path: { appId } }, body }));
    } catch (error) {
      unsure.current = ['offline', 'unavailable', 'broken'].includes(failureOf(error).kind);
      throw error;
    }
  };
}

/** How far the clock of this device may be wrong, in milliseconds. */
const clockTolerance = 5 * 60_000;
