import { MetaRefusedError } from '../../../domain/collection/meta-link-errors.ts';
import { TryAgainError } from '../../../domain/errors.ts';
import { isTemplateName, templateLanguage } from '../../../domain/templates/template.ts';
import type { TemplateFacts } from '../../../domain/templates/template-facts.ts';
import type { MetaTemplates, ReadTemplate } from '../../../use-cases/templates/ports.ts';
import { listOf, memberOf, readJson, textOf } from '../../json/json-reader.ts';
import { graphErrorCode, graphRequest } from './graph-request.ts';
import { categoryOf, qualityOf, reasonOf, statusOf, templateIdOf, wordsOfComponents } from './template-words.ts';

/** What is asked for of each template. */
const fields = 'id,name,language,status,category,correct_category,quality_score,rejected_reason,components';
export const templatesOnPage = 100;

/**
 * Meta's list of the templates of an account through its Graph API: `/{WABA}/message_templates`, by cursor. `paging.next` has the access
 * token in it: it is looked at only for being there.
 *
 * @param graphUrl with its version, e.g. `https://graph.facebook.com/v26.0`
 * @param accessToken rejects with MetaNotSetUpError when there is none
 */
export function metaTemplates(graphUrl: string, accessToken: () => Promise<string>): MetaTemplates {
  return {
    async page(wabaId, after) {
      const url = new URL(`${graphUrl.replace(/\/$/, '')}/${encodeURIComponent(wabaId)}/message_templates`);
      url.searchParams.set('fields', fields);
      url.searchParams.set('limit', String(templatesOnPage));
      if (after !== undefined) url.searchParams.set('after', after);
      const answer = await graphRequest('GET', url, await accessToken());
      if (answer.status === 0) throw new TryAgainError('Meta did not answer in time. Send the same call again.', 5);
      const read = readJson(answer.body);
      const data = listOf(read.json, 'data');
      if (answer.status !== 200 || read.fault !== undefined || data === undefined) {
        throw new MetaRefusedError(graphErrorCode(answer) ?? answer.status);
      }
      const templates = data.map(toTemplate);
      const paging = memberOf(read.json, 'paging');
      const next = textOf(paging, 'next') === undefined ? undefined : textOf(memberOf(paging, 'cursors'), 'after');
      const readable = templates.filter((template) => template !== undefined);
      return {
        templates: readable,
        unreadable: data.length - readable.length,
        next: next === after ? undefined : next,
      };
    },
  };
}

function toTemplate(node: unknown): ReadTemplate | undefined {
  const [name, language] = [textOf(node, 'name') ?? '', templateLanguage(textOf(node, 'language') ?? '')];
  if (!isTemplateName(name) || language === undefined) return undefined;
  return { name, language, metaId: templateIdOf(node, 'id'), facts: factsOf(node) };
}

function factsOf(node: unknown): TemplateFacts {
  const [category, correct] = [categoryOf(node, 'category'), categoryOf(node, 'correct_category')];
  const reason = reasonOf(textOf(node, 'rejected_reason'));
  const quality = qualityOf(memberOf(node, 'quality_score'), 'score');
  const words = wordsOfComponents(listOf(node, 'components'));
  const isUnclear = category === 'unclear' || correct === 'unclear';
  return {
    status: statusOf(textOf(node, 'status') ?? ''),
    ...(reason !== undefined && { reason }),
    ...(category !== undefined && category !== 'unclear' && { category }),
    ...(isUnclear && { mentions: 'unclear' as const }),
    ...(correct !== 'unclear' && {
      coming: { category: correct === undefined || correct === category ? ('none' as const) : correct },
    }),
    ...(quality !== undefined && { quality }),
    ...(words !== undefined && { words }),
  };
}
