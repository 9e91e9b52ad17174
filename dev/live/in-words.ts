import type { Happening, Named } from './happening.ts';

/** What came of something, a sentence for each happening that says something of consent; the rest is silent. English, for commands. */
export function inWords(happenings: readonly Happening[], appIds: ReadonlyMap<string, string> = new Map()): string[] {
  return happenings.flatMap((happening) => sentence(happening, appIds) ?? []);
}

function sentence(told: Happening, appIds: ReadonlyMap<string, string>): string | undefined {
  switch (told.kind) {
    case 'ledger': {
      const rule = told.rule === undefined ? '' : ` (${told.rule})`;
      const overruled = told.overruled === undefined ? '' : `; does not count for ${told.overruled.join(', ')}`;
      const whose = told.isCopy === true ? ', also under another identifier of the same person' : '';
      return `${told.appId}: ${deed(told)}${rule}${whose}${overruled}`;
    }
    case 'window':
      return `${told.appId}: window open until ${told.until}`;
    case 'aside':
      return `kept aside, and heard by nobody (${told.why})`;
    case 'sent': {
      const { via, from, to, request } = told.message;
      const by = via === 'sms' ? `by SMS from ${from}` : (appIds.get(from) ?? from);
      return `${by}: replied to ${to}: "${textOf(request)}"`;
    }
    case 'answer':
      return `${told.appId}: ${told.purpose} (${told.message}): ${told.from ?? '?'} -> ${told.to}, ${told.reasons.map(({ code }) => code).join(', ')}`;
    default:
      return undefined;
  }
}

const deeds: Readonly<Record<string, string>> = {
  granted: 'opted in to',
  requested: 'asked for, and waits for the phone:',
  refused: 'declined',
  revoked: 'opted out of',
  resumed: 'started again, what was there before the stop:',
};

function deed({ entry, act = '', purposes, lifted }: Extract<Happening, { kind: 'ledger' }>): string {
  if (entry === 'statement') return `${deeds[act] ?? act} ${scope(purposes)}`;
  if (entry === 'suppression') return `${lifted === true ? 'settled' : 'held back for'}: ${act}`;
  if (entry === 'platform-preference') return `WhatsApp's own switch for marketing: ${act}`;
  return entry === 'chat' ? 'came into the chat by a link; no opt-in' : `${entry} ${act}`.trim();
}

function scope(purposes: readonly string[] | 'marketing' | 'all' | undefined): string {
  if (purposes === 'all') return 'everything';
  return purposes === 'marketing' ? 'marketing' : (purposes ?? []).join(', ');
}

function textOf(request: Readonly<Record<string, unknown>>): string {
  const {
    MessageBody: sms,
    text,
    interactive,
  } = request as {
    MessageBody?: string;
    text?: { body?: string };
    interactive?: { body?: { text?: string } };
  };
  return sms ?? text?.body ?? interactive?.body?.text ?? String(request.type);
}

/** Is a happening about one of these? Sent messages by whom they go to, entries by whom they name. */
export function isAbout(told: Happening, who: Named & { readonly messageId?: string }): boolean {
  const ids = [who.waId, who.phone?.replace(/^\+/, ''), who.bsuid].filter((id) => id !== undefined);
  const digits = (id: string | undefined): boolean => id !== undefined && ids.includes(id.replace(/^\+/, ''));
  if (told.kind === 'sent') return digits(told.message.to);
  if (told.kind === 'aside') return true;
  if (told.kind !== 'ledger' && told.kind !== 'window') return false;
  if (told.kind === 'ledger' && told.messageId !== undefined && told.messageId === who.messageId) return true;
  return digits(told.who.waId) || digits(told.who.phone) || digits(told.who.bsuid);
}
