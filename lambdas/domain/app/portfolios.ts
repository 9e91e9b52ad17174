import { type Fault, InvalidInputError } from '../errors.ts';
import type { Milliseconds } from '../time.ts';

/** A WhatsApp number as settings give it. */
export interface WhatsappNumber {
  /** Meta's `phone_number_id`. */
  readonly phoneNumberId: string;
  /** E.164 with `+`. */
  readonly phone: string;
  readonly wabaId: string;
  /** By whom messages go out. @default meta */
  readonly provider?: WhatsappProvider | undefined;
  /** The number's name at AWS, `phone-number-id-…`; there while `provider` is `aws`. */
  readonly awsPhoneNumberId?: string | undefined;
}

/** Who may send on WhatsApp for a number: Meta's Cloud API, AWS End User Messaging Social, or Twilio. */
export const whatsappProviders = ['meta', 'aws', 'twilio'] as const;
export type WhatsappProvider = (typeof whatsappProviders)[number];

/** Whether a message with buttons or a list can go out: Twilio takes them only as content that was made there. */
export function takesButtons({ provider }: Pick<WhatsappNumber, 'provider'>): boolean {
  return provider !== 'twilio';
}

/** A business portfolio of Meta that the app has, or had, numbers in. */
export interface Portfolio {
  /** Meta's id of it. Absent only while the app has never been in another. */
  readonly portfolioId?: string;
  /** The WABAs of the app that are in it: a WABA never moves to another portfolio. */
  readonly wabaIds: readonly string[];
}

/** The portfolios of an app, in the order in which it came to them: a BSUID names its portfolio by the place in this list. */
export interface Portfolios {
  /** The present one; that of the last number while the app has none. */
  readonly now: number;
  readonly known: readonly Portfolio[];
}

/** What is known of where an app's numbers are and were. */
export interface NumberSettings {
  readonly whatsapp?: WhatsappNumber;
  readonly portfolios?: Portfolios;
  /** Windows that were opened before were opened with another number. */
  readonly numberSince?: Milliseconds;
}

/** How long settings are served from memory, in milliseconds: a change is seen everywhere this much later at most. */
export const settingsAge: Milliseconds = 5000;

/** The portfolios of an app; of one that was stored before they were kept, the one of its number. */
export function portfoliosOf({ portfolios, whatsapp }: NumberSettings): Portfolios {
  return portfolios ?? { now: 0, known: [{ wabaIds: whatsapp === undefined ? [] : [whatsapp.wabaId] }] };
}

/** Which portfolio is the present one, and how many there are. */
export function portfolioCount(app: NumberSettings): { readonly now: number; readonly count: number } {
  const { now, known } = portfoliosOf(app);
  return { now, count: known.length };
}

/**
 * What another number makes of the settings; null takes the number away. BSUIDs and windows are worth nothing in another portfolio
 * and with another number, so the portfolio of a WABA that is new to the app has to be said.
 *
 * @throws InvalidInputError when it is not said, or cannot be right
 */
export function changeNumber(
  before: NumberSettings,
  wanted: (WhatsappNumber & { readonly portfolioId?: string | undefined }) | null,
  now: Milliseconds,
): NumberSettings {
  const portfolios = portfoliosOf(before);
  const isSame = wanted?.phoneNumberId === before.whatsapp?.phoneNumberId;
  // Until then functions may take the old number for the present one, and keep windows of it.
  const since = isSame || isFirst(portfolios) ? before.numberSince : now + settingsAge;
  const numberSince = since === undefined ? {} : { numberSince: since };
  if (wanted === null) return { portfolios, ...numberSince };
  const { portfolioId, ...whatsapp } = wanted;
  const { wabaId } = whatsapp;
  const after = withWaba(portfolios, wabaId, portfolioId);
  if (isSame && after.now !== portfolios.now)
    throw refusal(
      'another-portfolio',
      'This phone_number_id is in another portfolio: a number that moves gets a new one.',
    );
  const sending = isSame ? sendingOf(before.whatsapp) : {};
  return { whatsapp: { ...sending, ...withoutGaps(whatsapp) }, portfolios: after, ...numberSince };
}

/** Who sends for a number stays as it is until somebody says otherwise: whoever mends an id says nothing of it. */
function sendingOf({ provider, awsPhoneNumberId }: Partial<WhatsappNumber> = {}): Partial<WhatsappNumber> {
  return withoutGaps({ provider, awsPhoneNumberId });
}

function withoutGaps<Settings extends object>(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Settings;
}

/** The app never had a WhatsApp number. */
function isFirst({ known }: Portfolios): boolean {
  return known.every(({ wabaIds }) => wabaIds.length === 0);
}

function withWaba({ now, known }: Portfolios, wabaId: string, portfolioId: string | undefined): Portfolios {
  const ofWaba = isFirst({ now, known }) ? now : known.findIndex(({ wabaIds }) => wabaIds.includes(wabaId));
  const ofId = portfolioId === undefined ? -1 : known.findIndex((each) => each.portfolioId === portfolioId);
  if (ofWaba >= 0) {
    const named = known[ofWaba]?.portfolioId;
    if (portfolioId !== undefined && (ofId >= 0 ? ofId !== ofWaba : named !== undefined))
      throw refusal('another-portfolio', `The WABA ${wabaId} is in another portfolio, and stays there.`);
    return { now: ofWaba, known: added(known, ofWaba, wabaId, portfolioId) };
  }
  if (portfolioId === undefined) {
    const detail =
      'This WABA is new to the app. Say in which business portfolio of Meta it is: BSUIDs are good in one portfolio only.';
    throw refusal('required', detail);
  }
  if (ofId >= 0) return { now: ofId, known: added(known, ofId, wabaId, portfolioId) };
  const [unnamed] = known.filter((each) => each.portfolioId === undefined);
  if (unnamed !== undefined) {
    const detail = `The portfolio of the WABA ${unnamed.wabaIds[0]} has no name yet, so nobody knows whether this is the same. Name it first: send whatsapp with that WABA and its portfolioId.`;
    throw refusal('unnamed-portfolio', detail);
  }
  return { now: known.length, known: [...known, { portfolioId, wabaIds: [wabaId] }] };
}

function added(
  known: readonly Portfolio[],
  place: number,
  wabaId: string,
  portfolioId: string | undefined,
): readonly Portfolio[] {
  return known.map((each, index) => {
    if (index !== place) return each;
    const wabaIds = each.wabaIds.includes(wabaId) ? each.wabaIds : [...each.wabaIds, wabaId];
    const name = each.portfolioId ?? portfolioId;
    return name === undefined ? { wabaIds } : { portfolioId: name, wabaIds };
  });
}

function refusal(code: string, detail: string): InvalidInputError {
  const fault: Fault = { pointer: '/whatsapp/portfolioId', code, detail };
  return new InvalidInputError([fault]);
}
