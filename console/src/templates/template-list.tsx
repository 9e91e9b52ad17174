import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { may, session } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';
import { CategoryName, Reach, TemplateState } from './template-marks.tsx';
import { allTemplates, type Template } from './templates.ts';
import { useRefresh } from './use-refresh.tsx';
import { templatesWords } from './words/templates-words.ts';

/** Every template, with what Meta says of it and whom it goes to. */
export function TemplateList() {
  const t = useWords(templatesWords);
  const app = useApp();
  const queries = useQueryClient();
  const refresh = useRefresh(() => void queries.invalidateQueries({ queryKey: ['rows', 'templates', app.appId] }));
  const act = may(useKept(session), 'collection:write') && app.whatsapp !== undefined ? refresh.act : undefined;
  const noNumber = (
    <Empty
      title={t.noNumber}
      why={t.noNumberWhy}
      act={
        <Link class="button primary" href={`~/console/apps/${app.appId}/settings`}>
          {t.toSettings}
        </Link>
      }
    />
  );
  return (
    <Page title={t.title} lead={t.lead} act={act}>
      {refresh.fault !== undefined && <div class="template-fault">{refresh.fault}</div>}
      {app.whatsapp === undefined ? (
        noNumber
      ) : (
        <Rows<Template>
          label={t.title}
          queryKey={['templates', app.appId]}
          page={async () => ({ data: await allTemplates(app.appId), nextCursor: null })}
          rowKey={({ templateId }) => templateId}
          href={({ templateId }) => `/${templateId}`}
          columns={[
            {
              title: t.columns.template,
              width: '3fr',
              cell: ({ name, language }) => (
                <>
                  <bdi>{name}</bdi> <span class="small">{language}</span>
                </>
              ),
            },
            {
              title: t.columns.purpose,
              width: '4fr',
              cell: (template) => (
                <span class="template-reach">
                  <Reach of={template} />
                  <span class="small">
                    <CategoryName of={template} />
                  </span>
                </span>
              ),
            },
            { title: t.columns.state, width: '3fr', cell: (template) => <TemplateState of={template} /> },
          ]}
          empty={<Empty title={t.noneTitle} why={t.noneWhy} />}
        />
      )}
    </Page>
  );
}
