import { whatsappProviders } from '../app/portfolios.ts';

/** Who takes messages of ours: those of WhatsApp, and AWS End User Messaging SMS. */
export const providers = [...whatsappProviders, 'aws-sms'] as const;
export type Provider = (typeof providers)[number];

/**
 * What a provider's code means to us.
 *
 * - `platform-stop`: the person stopped marketing inside WhatsApp. The one code that denies something.
 * - `sms-stop`: the person stopped this SMS number at the provider.
 * - `window-closed`: more than 24 hours since they wrote.
 * - `withheld`: the provider itself did not want to deliver this now. Says nothing about consent.
 * - `unreachable`: cannot be reached so, or has blocked the number: nobody says which.
 * - `slow-down`: too much at once.
 * - `template`, `message`, `setup`, `blocked`, `outage`: something about the template, the message, our settings, our account, the provider.
 * - `other`: a code that we do not know.
 */
export const codeMeanings = [
  'platform-stop',
  'sms-stop',
  'window-closed',
  'withheld',
  'unreachable',
  'slow-down',
  'template',
  'message',
  'setup',
  'blocked',
  'outage',
  'other',
] as const;
export type CodeMeaning = (typeof codeMeanings)[number];

type Meanings = Readonly<Partial<Record<CodeMeaning, readonly string[]>>>;

/** Meta, "Error codes" (page of 2025-12-12, with those of 2026: 131062 to 131064, 139200), "Marketing Messages API: errors". */
const meta: Meanings = {
  'platform-stop': ['131050'],
  'window-closed': ['131047'],
  // The limit of marketing per person (also all marketing to the US), and an experiment of Meta's: neither is a word of the person.
  withheld: ['131049', '130472'],
  unreachable: ['131026', '131030'],
  'slow-down': ['4', '80007', '130429', '131048', '131056'],
  template: ['132000', '132001', '132005', '132007', '132012', '132015', '132016', '132068', '132069', '134101'],
  message: ['33', '100', '131008', '131009', '131021', '131051', '131052', '131053', '131055', '134100', '135000'],
  setup: [
    '0',
    '3',
    '10',
    '190',
    '131005',
    '131037',
    '131042',
    '131045',
    '131062',
    '131063',
    '133010',
    '134011',
    '134102',
  ],
  blocked: ['368', '130497', '131031', '131064', '139200'],
  outage: ['1', '2', '131000', '131016', '131057', '133000', '133004'],
};

/** AWS End User Messaging Social, SendWhatsAppMessage: exceptions, none of which carries a code of Meta's. */
const aws: Meanings = {
  'slow-down': ['ThrottledRequestException', 'ThrottlingException', 'LimitExceededException'],
  message: ['InvalidParametersException', 'ValidationException'],
  setup: ['AccessDeniedException', 'AccessDeniedByMetaException', 'ResourceNotFoundException'],
  outage: ['DependencyException', 'InternalServiceException'],
};

/** Twilio, "Error and warning dictionary". 63014 is a block or a stop: it does not say which, so it is no stop. */
const twilio: Meanings = {
  'sms-stop': ['21610'],
  'window-closed': ['63016'],
  withheld: ['63032', '63049'],
  unreachable: ['21211', '21614', '63003', '63014', '63024'],
  'slow-down': ['14107', '20429', '63018'],
  template: ['63021', '63027', '63028', '63040', '63041', '63042'],
  message: ['21602', '21617', '21656'],
  setup: ['20003', '21212', '21606', '63005', '63007', '63022', '63062'],
  blocked: ['63013'],
};

/** AWS End User Messaging SMS, SendTextMessage: reasons of ConflictException, else the exception. */
const awsSms: Meanings = {
  'sms-stop': ['DESTINATION_PHONE_NUMBER_OPTED_OUT'],
  unreachable: ['DESTINATION_COUNTRY_BLOCKED', 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION'],
  'slow-down': ['ThrottlingException'],
  message: ['ValidationException', 'INVALID_PARAMETER'],
  setup: ['AccessDeniedException', 'ResourceNotFoundException', 'ServiceQuotaExceededException'],
  outage: ['InternalServerException'],
};

const meanings: Readonly<Record<Provider, ReadonlyMap<string, CodeMeaning>>> = {
  meta: byCode(meta),
  aws: byCode(aws),
  twilio: byCode(twilio),
  'aws-sms': byCode(awsSms),
};

/** What a code means. A code that is not in the table means nothing to us: it changes nothing. */
export function meaningOf(provider: Provider, code: string): CodeMeaning {
  if (code === 'http-429') return 'slow-down';
  return meanings[provider].get(code) ?? 'other';
}

/**
 * Refused only because of too much at once, so the same message may be tried again. Not 131048, which is Meta's answer to spam, and no
 * quota of an account: more tries make both worse.
 */
export function passes(provider: Provider, code: string): boolean {
  return meaningOf(provider, code) === 'slow-down' && !lasting.has(code);
}

const lasting: ReadonlySet<string> = new Set(['131048', 'LimitExceededException']);

function byCode(table: Meanings): ReadonlyMap<string, CodeMeaning> {
  return new Map(
    Object.entries(table).flatMap(([meaning, codes]) => codes.map((code) => [code, meaning as CodeMeaning] as const)),
  );
}
