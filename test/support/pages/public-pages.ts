import { chatOf, expectAnswer, follow, formWith, makePoint, publishStarter, submit } from '../journeys/collection.ts';
import { openShop, type Person, type Shop } from '../journeys/shop.ts';

/** The languages in which pages are looked at: left to right, right to left, and with letters that stack. */
export const languages = ['en', 'ar', 'hi'] as const;

/** What people can open at a shop of its own, each page by the path that a visitor would be led to. */
export interface PublicPages {
  readonly shop: Shop;
  /** Somebody who said yes on paper. */
  readonly ana: Person;
  readonly check: string;
  readonly landing: string;
  readonly paused: string;
  /** The page after a tick, with the button into the chat, by language: it goes on in the language of the notice. */
  readonly end: { readonly [Language in (typeof languages)[number]]: string };
  readonly personal: string;
  readonly preferences: string;
  /** The point of `check`. */
  readonly pointId: string;
}

/** Makes the shop, its notice in every language, its points and Ana's links. `name` is unique in a run; `more` are settings of the app. */
export async function openPublicPages(name: string, more: object = {}): Promise<PublicPages> {
  const shop = await openShop(name, { displayName: 'Café del Río', locale: 'en', doubleOptIn: [], ...more });
  await publishStarter(shop, languages);
  const ana = shop.person('Ana');
  expectAnswer(await shop.optIn({ phone: ana.phone }), 201);
  const pathTo = async (point: { readonly url?: unknown }): Promise<string> =>
    (await follow(shop.target, String(point.url))).url;
  const linkTo = async (kind: string): Promise<string> => {
    const { pointId } = await makePoint(shop, kind);
    const { url } = expectAnswer(await shop.post('personal-links', { user: { phone: ana.phone }, pointId }), 201);
    return new URL(String(url)).pathname;
  };
  const link = await makePoint(shop, 'link');
  const check = await pathTo(link);
  const endIn = async (language: string): Promise<string> => {
    const page = await follow(shop.target, `${new URL(check, 'http://page').pathname}?lang=${language}`);
    const end = await submit(shop.target, formWith(page, 'purpose'), { ticks: ['offers'] });
    chatOf(end.html);
    return end.url;
  };
  const paused = await makePoint(shop, 'link');
  const pausedPath = await pathTo(paused);
  await shop.target.call('PATCH', `/v1/apps/${shop.appId}/points/${paused.pointId}`, { status: 'paused' });
  return {
    shop,
    ana,
    check,
    landing: await pathTo(await makePoint(shop, 'landing-page')),
    paused: pausedPath,
    end: { en: await endIn('en'), ar: await endIn('ar'), hi: await endIn('hi') },
    personal: await linkTo('personal-link'),
    preferences: await linkTo('preference-page'),
    pointId: String(link.pointId),
  };
}
