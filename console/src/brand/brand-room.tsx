import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useNotice } from '../notices/edit-notice.tsx';
import { type NoticeText, PagePreview, type PreviewBrand, storedBrand } from '../preview/page-preview.tsx';
import { may, session } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';
import { BrandForm } from './brand-form.tsx';
import { IncentiveForm } from './incentive-form.tsx';
import { brandWords } from './words/brand-words.ts';

/** How the business looks to people who have not said yes yet. */
export default function BrandRoom() {
  const t = useWords(brandWords);
  const app = useApp();
  const [brand, setBrand] = useState<PreviewBrand>(storedBrand(app));
  const [typed, setTyped] = useState<NoticeText>();
  const [chosen, setChosen] = useState<string>();
  const current = useKept(session);
  const notices = useQuery({
    queryKey: ['notice-names', app.appId],
    enabled: may(current, 'collection:read'),
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/notices', { params: { path: { appId: app.appId }, query: { limit: 100 } } })),
  });
  const noticeId = chosen ?? notices.data?.data[0]?.noticeId;
  const notice = useNotice(noticeId);
  const text = typed ?? notice.data?.texts[0] ?? sampleOf(app, t.sampleHeading, t.sampleAgreement);
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="beside">
        <div class="settings-panels">
          <section class="panel">
            <h2>{t.look}</h2>
            <BrandForm onTyped={setBrand} />
          </section>
          {may(current, 'collection:write') && (
            <section class="panel">
              <h2>{t.gift}</h2>
              <p class="hint">{t.giftLead}</p>
              <Loaded of={notices}>
                {({ data }) =>
                  data.length === 0 ? (
                    <Empty
                      title={t.noNotice}
                      why={t.noNoticeWhy}
                      act={
                        <Link href={`~/console/apps/${app.appId}/notices/_new`} class="button primary">
                          {t.writeNotice}
                        </Link>
                      }
                    />
                  ) : (
                    <>
                      {data.length > 1 && (
                        <div class="field">
                          <label for="gift-notice">{t.notice}</label>
                          <select
                            id="gift-notice"
                            value={noticeId}
                            onChange={({ currentTarget }) => {
                              setChosen(currentTarget.value);
                              setTyped(undefined);
                            }}
                          >
                            {data.map((each) => (
                              <option key={each.noticeId} value={each.noticeId}>
                                {each.noticeId}
                              </option>
                            ))}
                          </select>
                        </div>
                      )}
                      <Loaded of={notice}>
                        {(latest) =>
                          latest !== null && (
                            <IncentiveForm
                              key={`${latest.noticeId}/${latest.version}`}
                              latest={latest}
                              onTyped={setTyped}
                            />
                          )
                        }
                      </Loaded>
                    </>
                  )
                }
              </Loaded>
            </section>
          )}
        </div>
        <PagePreview text={text} brand={brand} />
      </div>
    </Page>
  );
}

/** Words for the preview of a business that has no notice yet. */
function sampleOf(app: ReturnType<typeof useApp>, heading: string, agreement: string): NoticeText {
  return {
    locale: document.documentElement.lang,
    businessName: app.displayName,
    heading: heading.replace('{business}', () => app.displayName),
    agreement: agreement.replace('{business}', () => app.displayName),
    purposes: app.purposes.map(({ purposeId, name }) => ({ purposeId, text: name })),
  };
}
