import { type NumberSettings, portfolioCount } from '../app/portfolios.ts';
import { inPortfolio } from '../identity/portfolio.ts';
import type { PersonalItem } from './inbound-act.ts';

/** The WhatsApp number that an item came to. */
export interface OwnNumber {
  /** Its portfolio, among those of the app. */
  readonly portfolio: number;
  /** The app has given it up. */
  readonly isFormer: boolean;
}

/**
 * An item as one that came to a number of ours: its BSUIDs are those of the number's portfolio.
 *
 * People go on writing to a number for as long as it stands in their chats and on posters. What they say there is said to the business, so
 * it counts; but it opens no window with the number of today and gets no reply. At a number of a portfolio that the app has left
 * only a no counts, and what WhatsApp says of numbers that changed.
 */
export function atNumber<Item extends PersonalItem>(
  item: Item,
  app: NumberSettings,
  { portfolio, isFormer }: OwnNumber,
): Item {
  const isPresent = portfolioCount(app).now === portfolio;
  if (!isFormer && portfolio === 0) return item;
  return {
    ...item,
    person: inPortfolio(item.person, portfolio),
    ...('becomes' in item && { becomes: inPortfolio(item.becomes, portfolio) }),
    ...('opensWindow' in item && { opensWindow: item.opensWindow && !isFormer }),
    former: isFormer ? (isPresent ? 'number' : 'portfolio') : undefined,
  };
}
