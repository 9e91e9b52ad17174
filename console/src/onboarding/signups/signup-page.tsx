import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Button } from '../../kit/button.tsx';
import { Copyable } from '../../kit/copyable.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { Download, QrCode } from '../../points/addresses.tsx';
import { usePoint } from '../../points/points.ts';
import { may, session } from '../../session/session.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { AdoptDialog, ChangeDialog, StatusDialog } from './signup-dialogs.tsx';
import { SignupHistory } from './signup-history.tsx';
import { SignupPreview } from './signup-preview.tsx';
import { SignupState } from './signup-state.tsx';
import { type SignupWithTexts, useSignup } from './signups.ts';
import { signupsWords } from './words/signups-words.ts';

/** One signup: its link and code, what it says and said, and whether it takes people. */
export function SignupPage({ signupId }: { readonly signupId: string }) {
  const t = useWords(signupsWords);
  const signup = useSignup(signupId);
  const [asking, setAsking] = useState<'change' | 'status' | 'adopt'>();
  const mayChange = may(useKept(session), 'collection:write');
  const close = () => setAsking(undefined);
  const { data } = signup;
  return (
    <Page
      title={data?.name ?? t.one}
      lead={data && <SignupState of={data} />}
      above={
        <Link href="/signups" class="above">
          {t.title}
        </Link>
      }
      act={
        mayChange &&
        data && (
          <>
            <Button onClick={() => setAsking('status')}>{data.status === 'active' ? t.disable : t.enable}</Button>
            <Button onClick={() => setAsking('change')}>{t.change}</Button>
          </>
        )
      }
    >
      <Loaded of={signup} lines={10}>
        {(found) => (
          <div class="beside automated">
            <div class="stack">
              {found.status === 'disabled' && <p class="note">{t.closed}</p>}
              {!found.adopted && (
                <div class="note">
                  <p>
                    <strong>{t.elsewhere}</strong>
                  </p>
                  <p>{t.elsewhereWhy}</p>
                  {mayChange && (
                    <Button look="primary" onClick={() => setAsking('adopt')}>
                      {t.adopt}
                    </Button>
                  )}
                </div>
              )}
              <Ways of={found} />
              <Facts of={found} />
              <SignupHistory of={found} />
            </div>
            <SignupPreview
              message={found.signupMessage}
              confirmation={found.confirmationMessage}
              promoCode={found.promoCode}
              website={found.websiteUrl}
              locale={found.locale ?? 'en'}
            />
            <ChangeDialog of={found} open={asking === 'change'} onClose={close} />
            <StatusDialog of={found} open={asking === 'status'} onClose={close} />
            <AdoptDialog of={found} open={asking === 'adopt'} onClose={close} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** How people come to it. */
function Ways({ of: { url, countedUrl, pointId } }: { readonly of: SignupWithTexts }) {
  const t = useWords(signupsWords);
  const { appId } = useApp();
  return (
    <section class="panel">
      <h2>{t.ways}</h2>
      {pointId !== undefined && <Code pointId={pointId} />}
      {countedUrl !== undefined && <Copyable label={t.counted} text={countedUrl} hint={t.countedHint} />}
      <Copyable label={t.address} text={url} hint={countedUrl === undefined ? t.addressHint : t.directHint} />
      {pointId !== undefined && (
        <p>
          <Link href={`~/console/apps/${appId}/points/${pointId}`}>{t.toPoint}</Link>
        </p>
      )}
    </section>
  );
}

function Code({ pointId }: { readonly pointId: string }) {
  const t = useWords(signupsWords);
  const { many } = useSpeech();
  const point = usePoint(pointId);
  return (
    <Loaded of={point} lines={4}>
      {(found) => (
        <div class="qr-row">
          <QrCode point={found} />
          <div class="qr-acts">
            <p>
              <strong>{many(t.signedUp, found.counts.optIns ?? 0)}</strong>
            </p>
            <Download point={found} format="png" />
            <Download point={found} format="svg" />
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Facts({ of: signup }: { readonly of: SignupWithTexts }) {
  const t = useWords(signupsWords);
  const { list } = useSpeech();
  const app = useApp();
  const names = signup.purposes.map((id) => app.purposes.find(({ purposeId }) => purposeId === id)?.name ?? id);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.purposes, names.length > 0 ? list(names) : undefined],
    [t.privacy, signup.privacyPolicyUrl],
    [t.website, signup.websiteUrl],
    [t.promo, signup.promoCode],
    [t.signupId, signup.signupId],
  ];
  return (
    <section class="panel settings">
      <h2>{t.settings}</h2>
      <dl class="facts">
        {rows.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
