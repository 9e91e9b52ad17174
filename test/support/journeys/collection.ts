import { randomUUID } from 'node:crypto';
import { textMessage } from '../ledger/whatsapp-webhook.ts';
import { filledIn, formsOf, linksOf, type PageForm } from '../pages/page-form.ts';
import { ago, type Person, type Shop } from './shop.ts';
import { eventually, type JourneyAnswer, type JourneyTarget, type Json, type PageAnswer, rowsOf } from './target.ts';

/** A page as it was opened: what it says, and where it is. */
type OpenedPage = Pick<PageAnswer, 'html'> & { readonly url: string };

/** Publishes the starter notice in these languages, word for word, and gives the published version. */
export async function publishStarter(shop: Shop, locales: readonly string[] = ['es']): Promise<Json> {
  const privacyUrl = encodeURIComponent('https://shop.example/privacy');
  const texts: unknown[] = [];
  for (const locale of locales) {
    const starter = expectAnswer(await shop.get(`notices/starter?locale=${locale}&privacyUrl=${privacyUrl}`), 200);
    texts.push(...(starter.texts as readonly unknown[]));
  }
  const notice = { noticeId: 'signup', profile: 'strict', texts };
  return expectAnswer(await shop.post('notices', notice), 201);
}

/** Makes a collection point that shows the notice `signup` and offers both purposes. */
export async function makePoint(shop: Shop, kind: string, more: object = {}): Promise<Json> {
  const point = {
    kind,
    name: `The ${kind} of ${shop.appId}`,
    notice: { noticeId: 'signup' },
    purposes: ['offers', 'order-updates'],
    ...more,
  };
  return expectAnswer(await shop.post('points', point), 201);
}

/** The body of an answer that must have this status. */
export function expectAnswer({ status, body }: JourneyAnswer, wanted: number): Json {
  if (status !== wanted) throw new Error(`Answered ${status} in place of ${wanted}: ${JSON.stringify(body)}`);
  return body;
}

/** Follows our own redirects by hand, to the first answer that is none, or that leads elsewhere. */
export async function follow(
  target: JourneyTarget,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<PageAnswer & { readonly url: string }> {
  let at = url;
  for (let hops = 0; hops < 5; hops += 1) {
    const answer = await target.browse('GET', at, { headers });
    if (answer.location === undefined || !answer.location.startsWith('/')) return { ...answer, url: at };
    at = answer.location;
  }
  throw new Error(`${url} leads in circles.`);
}

/** Ticks and fills in a form of a page, sends it, and opens what it leads to. */
export async function submit(
  target: JourneyTarget,
  form: PageForm,
  filling: Parameters<typeof filledIn>[1],
): Promise<PageAnswer & { readonly url: string }> {
  const sent = await target.browse('POST', form.action, { form: filledIn(form, filling) });
  if (sent.location === undefined) return { ...sent, url: form.action };
  return follow(target, sent.location);
}

/** The form of a page whose fields have this name. */
export function formWith({ html, url }: OpenedPage, field: string): PageForm {
  const found = formsOf(html, url).find(({ fields }) => fields.some(({ name }) => name === field));
  if (found === undefined) throw new Error(`${url} has no form with ${field}.`);
  return found;
}

/** The form of a preference page that stops everything. */
export function stopForm({ html, url }: OpenedPage): PageForm {
  const found = formsOf(html, url).find(({ fields }) => fields.some(({ value }) => value === 'stop'));
  if (found === undefined) throw new Error(`${url} has no way to stop everything.`);
  return found;
}

/** The name of the first field of a page that takes a number. */
export function numberField({ html, url }: OpenedPage): string {
  const fields = formsOf(html, url).flatMap((form) => form.fields);
  const found = fields.find(({ type }) => type === 'tel');
  if (found === undefined) throw new Error(`${url} asks for no number.`);
  return found.name;
}

/** What the page's button into WhatsApp has ready: the number that it opens, and the words. */
export function chatOf(html: string): { readonly phone: string; readonly text: string } {
  const link = linksOf(html).find((each) => each.startsWith('https://wa.me/'));
  if (link === undefined) throw new Error('The page leads to no chat.');
  const { pathname, searchParams } = new URL(link);
  return { phone: pathname.slice(1), text: searchParams.get('text') ?? '' };
}

/** Somebody sends a text on WhatsApp, just now. The status that Meta sees. */
export const say = (shop: Shop, { waId }: Person, text: string): Promise<number> =>
  shop.hear(textMessage(waId, `wamid.${randomUUID()}`, ago(0), text));

/** What somebody said to a shop, oldest first. */
export async function statementsOf(shop: Shop, { phone }: Person): Promise<readonly Json[]> {
  const { body } = await shop.post('users/search', { phone });
  return rowsOf(await shop.get(`users/${body.userId}/statements`)).filter(({ kind }) => kind === 'statement');
}

/** Waits for the next whole second, in which WhatsApp counts: an equal time means no. */
export async function nextSecond(): Promise<void> {
  const second = () => Math.floor(Date.now() / 1000);
  const now = second();
  await eventually(async () => {
    if (second() <= now) throw new Error('It is still the same second.');
  });
}
