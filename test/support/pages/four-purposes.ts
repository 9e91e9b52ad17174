import { expectAnswer, follow, makePoint, publishStarter } from '../journeys/collection.ts';
import { openShop, type Shop } from '../journeys/shop.ts';

/** The languages in which the order of a page is looked at. */
export const orderLanguages = ['en', 'es', 'ar', 'hi', 'de'] as const;

/** Each as a shop would say it, with the words of the starter notice. */
const purposes = [
  { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
  { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  { purposeId: 'codes', name: 'Codes', category: 'authentication' },
  { purposeId: 'news', name: 'News', category: 'utility' },
] as const;

export const fourPurposes: readonly string[] = purposes.map(({ purposeId }) => purposeId);

/** A shop with four purposes, a notice in each language, and a page for one to four of them. */
export interface OrderedPages {
  readonly shop: Shop;
  /** The path of a point of this kind that offers the first so many purposes. */
  pathOf(kind: 'link' | 'landing-page', count: number): string;
  /** The path of a link for one person. */
  linkFor(kind: 'personal-link' | 'preference-page', name: string): Promise<string>;
}

/** @param name unique in a run */
export async function openOrderedPages(name: string): Promise<OrderedPages> {
  const settings = { displayName: 'Luna Coffee', locale: 'en-US', doubleOptIn: [], purposes };
  const shop = await openShop(name, settings);
  await publishStarter(shop, orderLanguages);
  const paths = new Map<string, string>();
  for (const kind of ['link', 'landing-page'] as const) {
    for (const count of [1, 2, 3, 4]) {
      const { url } = await makePoint(shop, kind, { purposes: fourPurposes.slice(0, count) });
      paths.set(`${kind} ${count}`, (await follow(shop.target, String(url))).url);
    }
  }
  return {
    shop,
    pathOf: (kind, count) => paths.get(`${kind} ${count}`) ?? '',
    async linkFor(kind, person) {
      const { pointId } = await makePoint(shop, kind, { purposes: fourPurposes });
      const user = { phone: shop.person(person).phone };
      const { url } = expectAnswer(await shop.post('personal-links', { user, pointId }), 201);
      return new URL(String(url)).pathname;
    },
  };
}
