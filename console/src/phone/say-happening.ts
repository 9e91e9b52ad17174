import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Happening } from './happening.ts';
import type { PhonePerson } from './local.ts';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

interface Sentence {
  readonly text: string;
  readonly small?: string;
  readonly tone?: 'yes' | 'no';
}

/** Says a happening in a sentence; undefined = the page shows it elsewhere. */
export function useSaying(app: PhoneApp, people: readonly PhonePerson[]) {
  const t = useWords(phoneWords);
  const { many, list, exact } = useSpeech();
  const purposeName = (appId: string, id: string): string =>
    (appId === app.appId ? app.purposes.find(({ purposeId }) => purposeId === id)?.name : undefined) ?? id;

  const took = (told: { readonly status: number; readonly ms: number; readonly tableRequests: number }): string =>
    [fill(t.took, told), ...(told.tableRequests > 0 ? [many(t.requests, told.tableRequests)] : [])].join(', ');

  function ledger(told: Extract<Happening, { kind: 'ledger' }>): Sentence {
    const { appId, entry, act = '', purposes, lifted, rule, notice, isCopy, overruled } = told;
    const names = (ids: readonly string[]) => list(ids.map((id) => purposeName(appId, id)));
    const about = purposes === 'all' ? t.everything : purposes === 'marketing' ? t.marketing : names(purposes ?? []);
    const small = [
      ...(rule !== undefined ? [rule] : []),
      ...(notice !== undefined ? [notice] : []),
      ...(isCopy === true ? [t.copied] : []),
      ...(overruled !== undefined ? [fill(t.notCounted, { purposes: names(overruled) })] : []),
    ].join(' · ');
    const acts: { readonly [act: string]: string } = t.acts;
    const text = {
      statement: fill(acts[act] ?? act, { purposes: about }),
      suppression:
        lifted === true ? t.settled : act === 'ambiguous-stop' ? t.unclear : fill(t.heldBack, { reason: act }),
      'platform-preference': act === 'stop' ? t.switchedOff : t.switchedOn,
      chat: t.cameByLink,
      call: t.called,
      handover: act === 'over' ? t.handedOver : t.handedBack,
    }[entry];
    const isNo =
      act === 'revoked' || act === 'refused' || act === 'stop' || (entry === 'suppression' && lifted !== true);
    const isYes = act === 'granted' || act === 'resumed';
    return {
      text: text ?? fill(t.identity, { change: act }),
      ...(small !== '' && { small }),
      ...(isNo ? { tone: 'no' as const } : isYes ? { tone: 'yes' as const } : {}),
    };
  }

  return function say(told: Happening): Sentence | undefined {
    switch (told.kind) {
      case 'webhook': {
        const heard: { readonly [what: string]: string } = t.heard;
        const text = told.heard
          .map(({ what, words }) => `${heard[what] ?? t.heard.anything}${words === undefined ? '' : ` “${words}”`}`)
          .join('; ');
        return { text: text === '' ? '?' : text, small: took(told) };
      }
      case 'sms':
        return { text: `“${told.words}”`, small: fill(t.took, { status: told.delivery, ms: told.ms }) };
      case 'page':
      case 'api':
        return { text: `${told.routeKey.split(' ')[0]} ${told.path}`, small: took(told) };
      case 'ledger':
        return ledger(told);
      case 'window':
        return { text: fill(t.openUntil, { time: exact(new Date(told.until)) }), tone: 'yes' };
      case 'aside':
        return { text: fill(t.nobodyHeard, { why: told.why }), tone: 'no' };
      case 'sent':
        return { text: `“${textOf(told.message.request)}”` };
      case 'answer': {
        const { personId, appId, purpose, message, from = 'deny', to } = told;
        const who = people.find((person) => person.personId === personId)?.name ?? '';
        const what = `${who} · ${message === 'free-form' ? t.freeForm : purposeName(appId, purpose)}`;
        const text = fill(t.changed, { what, from: t.decisions[from], to: t.decisions[to] });
        return { text, tone: to === 'allow' ? 'yes' : 'no' };
      }
      case 'clock':
        return { text: fill(t.nowIs, { time: exact(new Date(told.now)) }) };
      default:
        return undefined;
    }
  };
}

/** The words of a message that went out: an SMS, a text, one with buttons, a template. */
function textOf(request: { readonly [name: string]: unknown }): string {
  const { MessageBody, text, interactive, template } = request as {
    readonly MessageBody?: string;
    readonly text?: { readonly body?: string };
    readonly interactive?: { readonly body?: { readonly text?: string } };
    readonly template?: {
      readonly components?: readonly { readonly parameters?: readonly { readonly text?: string }[] }[];
    };
  };
  const filled = template?.components?.[0]?.parameters?.map((parameter) => parameter.text).join(' ');
  return MessageBody ?? text?.body ?? interactive?.body?.text ?? filled ?? '…';
}
