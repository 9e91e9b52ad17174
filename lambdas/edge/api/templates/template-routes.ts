import type { App } from '../../../domain/app/app.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { found } from '../../../domain/found.ts';
import { purposeIn, type Template } from '../../../domain/templates/template.ts';
import { categoryAt } from '../../../domain/templates/template-category.ts';
import { type FreshApps, findFreshApp } from '../../../use-cases/admin/find-app.ts';
import { visiblePage } from '../../../use-cases/admin/visible-page.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { MetaTemplates, TemplateStore } from '../../../use-cases/templates/ports.ts';
import { refreshTemplates } from '../../../use-cases/templates/refresh-templates.ts';
import { servePurpose } from '../../../use-cases/templates/serve-purpose.ts';
import { formatInstant } from '../../fields/instant.ts';
import { namedPurpose } from '../../fields/named-purposes.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import type { templateOperations } from './operations.ts';
import { refreshQuery, templateChange, templatesQuery } from './template.ts';
import { templateView, templateWithHistoryView } from './template-view.ts';

export interface TemplateDeps {
  readonly apps: FreshApps;
  readonly templates: TemplateStore;
  readonly metaTemplates: MetaTemplates;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** How much of the history of a template is shown. */
const mostEntries = 100;

/** Message templates: what Meta says of them, and which one purpose each serves. The account and purposes of the app decide: read anew. */
export function templateRoutes(deps: TemplateDeps): RoutesOf<typeof templateOperations> {
  const { apps, templates, cursors, now } = deps;
  const whole = async (app: App, templateId: string, template: Template) => {
    const [words, history] = await Promise.all([templates.words(template), templates.history(template, mostEntries)]);
    return {
      status: 200,
      body: templateWithHistoryView(templateId, { template, words, history }, app, now()),
    } as const;
  };
  const findIn = async ({ whatsapp }: App, templateId: string) =>
    found(whatsapp && (await templates.findById(whatsapp.wabaId, templateId)), 'template');

  return {
    'GET /v1/apps/{appId}/templates': {
      query: templatesQuery,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        const { status, category, purpose } = wanted;
        const app = await findFreshApp(apps, appId);
        const wabaId = app.whatsapp?.wabaId;
        const isWanted = (template: Template) =>
          (status === undefined || template.status?.is === status) &&
          (category === undefined || categoryAt(template, now()).is === category) &&
          (purpose === undefined || (purposeIn(template, appId) ?? 'none') === purpose);
        return listAnswer(cursors, wanted, {
          name: ['templates', appId, wabaId, status, category, purpose],
          position: positions.templates,
          read: async (limit, from) =>
            wabaId === undefined
              ? { data: [] }
              : visiblePage(
                  (most, after) => templates.page(wabaId, most, after),
                  isWanted,
                  templates.idOf,
                  limit,
                  from,
                ),
          view: (template) => templateView(templates.idOf(template), template, app, now()),
        });
      },
    },

    'POST /v1/apps/{appId}/templates/refresh': {
      query: refreshQuery,
      act: async ({ path: { appId }, query }) => {
        const { cursor } = query();
        const wabaId = accountOf(await findFreshApp(apps, appId));
        const name = ['reading', appId, wabaId];
        const place = await cursors.open(name, cursor, positions.reading);
        const { at, next, ...counts } = await refreshTemplates(deps, wabaId, place);
        const nextCursor = next === undefined ? null : await cursors.seal(name, next);
        return { status: 200, body: { readAt: formatInstant(at), ...counts, nextCursor } };
      },
    },

    'GET /v1/apps/{appId}/templates/{templateId}': async ({ path: { appId, templateId } }) => {
      const app = await findFreshApp(apps, appId);
      return whole(app, templateId, await findIn(app, templateId));
    },

    'PATCH /v1/apps/{appId}/templates/{templateId}': {
      body: templateChange,
      act: async ({ path: { appId, templateId }, json, body }) => {
        const app = await findFreshApp(apps, appId);
        const { purpose } = body(unknownPurposes(app, namedPurpose(json())));
        const template = await findIn(app, templateId);
        return whole(app, templateId, await servePurpose(deps, appId, template, purpose ?? undefined));
      },
    },
  };
}

/** @throws InvalidInputError */
function accountOf({ whatsapp }: App): string {
  if (whatsapp !== undefined) return whatsapp.wabaId;
  const detail = 'The app has no WhatsApp number, so there is no account that could have templates.';
  throw new InvalidInputError([{ pointer: 'appId', code: 'no-whatsapp-number', detail }]);
}
