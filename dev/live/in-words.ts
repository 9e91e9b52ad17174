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
      return `${told.appId}: 24-hour window open until ${told.until}`;
    case 'entry-point':
      return `${told.appId}: templates are free until ${told.until}, as the answer to an ad`;
    case 'aside':
      return `kept aside, and heard by nobody: ${whyAside(told.why)}`;
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
  resumed: 'took back any stop of',
  annulled: 'an import was undone: what it opted in never counted for',
};

const brakes: Readonly<Record<string, string>> = {
  administrative: 'suppressed by the business, until it lifts that',
  'ambiguous-stop': 'perhaps a stop: no marketing until they answer the question',
};

const identities: Readonly<Record<string, string>> = {
  linked: 'is known by another identifier, too',
  merged: 'two that were known apart are one person',
  absorbed: 'two that were known apart are one person',
  'number-changed': 'has another number',
  released: 'has a number no more',
  cut: 'what another holder of the number said yes to counts no more',
  split: 'what was one person are two',
};

/** The codes of what was kept aside: `unknown-number`, `message-without-sender`, `incomplete-call`, … */
function whyAside(why: string): string {
  const [what = '', lacks] = why.split('-without-');
  if (lacks !== undefined) return `the ${what} has no ${lacks} that can be read (${why})`;
  return why === 'unknown-number' ? `it came to a number that no app has (${why})` : why;
}

function deed({ entry, act = '', purposes, lifted }: Extract<Happening, { kind: 'ledger' }>): string {
  if (entry === 'statement') return `${deeds[act] ?? act} ${scope(purposes)}`;
  if (entry === 'suppression')
    return lifted === true ? `no longer held back (${act})` : (brakes[act] ?? `held back (${act})`);
  if (entry === 'platform-preference')
    return `switched marketing ${act === 'stop' ? 'off' : 'on again'} in WhatsApp itself`;
  if (entry === 'identity') return identities[act] ?? `identity: ${act}`;
  if (entry === 'handover') return act === 'over' ? 'is with a human now; automation is silent' : 'is handed back';
  if (entry === 'call') return 'called, and nobody took it; no opt-in';
  return entry === 'chat' ? 'came into the chat by a link or an ad; no opt-in' : `${entry} ${act}`.trim();
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
  if (told.kind !== 'ledger' && told.kind !== 'window' && told.kind !== 'entry-point') return false;
  if (told.kind === 'ledger' && told.messageId !== undefined && told.messageId === who.messageId) return true;
  return digits(told.who.waId) || digits(told.who.phone) || digits(told.who.bsuid);
}
