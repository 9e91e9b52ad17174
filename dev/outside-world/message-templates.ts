import type { KeptFile } from '../machine/kept-file.ts';
import { json, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { graphError } from './graph-error.ts';

/** A template as Meta keeps it. */
export interface SimulatedTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  readonly correct_category?: string;
  readonly quality_score: { readonly score: string };
  readonly rejected_reason: string;
  readonly components: readonly object[];
}

/** The templates of each account that was asked about. */
export type SimulatedTemplates = Readonly<Record<string, readonly SimulatedTemplate[]>>;

/** What happens to a template at Meta. `becomes` is a status, a category or a quality, in Meta's words. */
export interface TemplateNews {
  readonly name: string;
  readonly language: string;
  readonly becomes: string;
  /** Of a category: told so many milliseconds in advance. */
  readonly inMs?: number;
}

const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const qualities = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];
const mostOnPage = 100;

/**
 * `GET /{version}/{WABA}/message_templates` (Meta, "Message templates"): by cursor, at most 100 a page, 25 when nothing is said. Every
 * account begins with the same few templates.
 */
export function messageTemplates(kept: KeptFile<SimulatedTemplates>, accessToken: string) {
  const templatesOf = (wabaId: string) => kept.read()[wabaId] ?? firstTemplates;

  /** Undefined = the request is about something else. */
  function answer(request: LocalRequest): LocalResponse | undefined {
    const { pathname, searchParams } = new URL(request.target, 'http://graph.local');
    const [, wabaId] = /^\/v\d+\.\d+\/(\d+)\/message_templates$/.exec(pathname) ?? [];
    if (wabaId === undefined || request.method !== 'GET') return undefined;
    if (request.headers.authorization !== `Bearer ${accessToken}`) {
      return graphError(401, 190, 'OAuthException', 'Invalid OAuth access token - Cannot parse access token');
    }
    const all = templatesOf(wabaId);
    const limit = Math.min(mostOnPage, Number(searchParams.get('limit') ?? 25) || 25);
    const after = searchParams.get('after');
    const start = after === null ? 0 : Number(Buffer.from(after, 'base64url').toString()) + 1;
    const page = all.slice(start, start + limit);
    if (page.length === 0) return json(200, { data: [] });
    const cursorOf = (place: number) => Buffer.from(String(place)).toString('base64url');
    const cursors = { before: cursorOf(start), after: cursorOf(start + page.length - 1) };
    const next = `https://graph.facebook.com${pathname}?access_token=${accessToken}&limit=${limit}&after=${cursors.after}`;
    const more = start + page.length < all.length ? { next } : {};
    return json(200, { data: page, paging: { cursors, ...more } });
  }

  /** Something happens to a template: how Meta keeps it from then on, and what it tells. Errors: the account has no such template. */
  function happens(wabaId: string, news: TemplateNews, at: number): { readonly field: string; readonly value: object } {
    const all = templatesOf(wabaId);
    const found = all.find(({ name, language }) => name === news.name && language === news.language);
    if (found === undefined) {
      const names = all.map(({ name, language }) => `${name} (${language})`).join(', ');
      throw new Error(`The account has no template ${news.name} (${news.language}). It has: ${names}.`);
    }
    const { changed, field, value } = newsOf(found, news, at);
    kept.write({ ...kept.read(), [wabaId]: all.map((each) => (each === found ? changed : each)) });
    const named = { message_template_id: Number(found.id), message_template_name: found.name };
    return { field, value: { ...named, message_template_language: found.language.replace('_', '-'), ...value } };
  }

  /**
   * What a template says, whoever's account it is in: a request to send it names none. The labels of its quick replies stand at the
   * places of its buttons, empty where a button is none.
   */
  function wordsOf(name: string, language: string) {
    const found = [...Object.values(kept.read()), firstTemplates]
      .flat()
      .find((each) => each.name === name && each.language === language);
    if (found === undefined) return undefined;
    const part = (type: string) => (found.components as readonly Component[]).find((each) => each.type === type);
    const [header, footer] = [part('HEADER')?.text, part('FOOTER')?.text];
    return {
      body: part('BODY')?.text ?? '',
      ...(header !== undefined && { header }),
      ...(footer !== undefined && { footer }),
      quickReplies: (part('BUTTONS')?.buttons ?? []).map(({ type, text }) => (type === 'QUICK_REPLY' ? text : '')),
    };
  }

  return { answer, happens, wordsOf };
}

/** As far as it is shown. */
interface Component {
  readonly type: string;
  readonly text?: string;
  readonly buttons?: readonly { readonly type: string; readonly text: string }[];
}

function newsOf(before: SimulatedTemplate, { becomes: word, inMs }: TemplateNews, at: number) {
  const becomes = word.toUpperCase().replaceAll('-', '_');
  const { correct_category: _coming, ...settled } = before;
  if (categories.includes(becomes)) {
    const field = 'template_category_update';
    if (inMs === undefined) {
      const value = { previous_category: before.category, new_category: becomes };
      return { changed: { ...settled, category: becomes }, field, value };
    }
    const when = { category_update_timestamp: Math.floor((at + inMs) / 1000) };
    const value = { new_category: before.category, correct_category: becomes, ...when };
    return { changed: { ...before, correct_category: becomes }, field, value };
  }
  if (qualities.includes(becomes)) {
    const value = { previous_quality_score: before.quality_score.score, new_quality_score: becomes };
    return {
      changed: { ...before, quality_score: { score: becomes } },
      field: 'message_template_quality_update',
      value,
    };
  }
  const value = { event: becomes, reason: 'NONE', message_template_category: before.category };
  return { changed: { ...before, status: becomes }, field: 'message_template_status_update', value };
}

const template = (
  id: string,
  name: string,
  language: string,
  category: string,
  status: string,
  ...components: readonly object[]
): SimulatedTemplate => ({
  ...{ id, name, language, category, status },
  quality_score: { score: 'GREEN' },
  rejected_reason: status === 'REJECTED' ? 'ABUSIVE_CONTENT' : 'NONE',
  components,
});
const body = (text: string) => ({ type: 'BODY', text });

const firstTemplates: readonly SimulatedTemplate[] = [
  template(
    '1689556908129831',
    'order_update',
    'en_US',
    'UTILITY',
    'APPROVED',
    { type: 'HEADER', format: 'TEXT', text: 'Your order' },
    body('Hi {{1}}, your order {{2}} is on its way.'),
    { type: 'FOOTER', text: 'Reply STOP to stop' },
  ),
  template(
    '1689556908129832',
    'order_update',
    'es_MX',
    'UTILITY',
    'APPROVED',
    body('Hola {{1}}, su pedido {{2}} va en camino.'),
  ),
  template(
    '1689556908129833',
    'spring_offer',
    'en_US',
    'MARKETING',
    'APPROVED',
    body('This week: ten per cent off everything in the shop.'),
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
  ),
  template('1689556908129834', 'sign_in_code', 'en_US', 'AUTHENTICATION', 'APPROVED', body('{{1}} is your code.')),
  template('1689556908129835', 'how_was_it', 'en_US', 'UTILITY', 'PENDING', body('How was your order, {{1}}?')),
  template('1689556908129836', 'win_a_car', 'en_US', 'MARKETING', 'REJECTED', body('Win a car today!')),
  // For who called: the first button says yes, the second no (docs/telephone.md).
  template(
    '1689556908129837',
    'may_we_write',
    'en_US',
    'MARKETING',
    'APPROVED',
    body('You called us. May we send you what our notice names here? Reply STOP at any time.'),
    { type: 'BUTTONS', buttons: ['Yes, I agree', 'No, thanks'].map((text) => ({ type: 'QUICK_REPLY', text })) },
  ),
  template(
    '1689556908129838',
    'may_we_write',
    'es_MX',
    'MARKETING',
    'APPROVED',
    body('Nos llamaste. ¿Podemos enviarte por aquí lo que dice nuestro aviso? Responde STOP cuando quieras.'),
    { type: 'BUTTONS', buttons: ['Sí, acepto', 'No, gracias'].map((text) => ({ type: 'QUICK_REPLY', text })) },
  ),
];
