import type { App } from '../../domain/app/app.ts';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';
import { mostHooks } from '../../domain/telephone/call-hook.ts';
import { type CallMapping, type CallProvider, presets } from '../../domain/telephone/call-mapping.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { Clock } from '../ledger/ports.ts';
import type { CallHookStore, IssuedHook } from './ports.ts';
import { mustSpeak } from './speak.ts';

/** An address for calls as it is asked for. */
export interface AskedHook {
  readonly provider: CallProvider;
  readonly country?: string | undefined;
  readonly phone?: string | undefined;
  /** Of a provider that we do not know. */
  readonly mapping?: CallMapping | undefined;
  /** The provider's menu says the words in this language. */
  readonly spokenLocale?: string | undefined;
}

export interface MakeHookDeps {
  readonly hooks: Pick<CallHookStore, 'create' | 'list'>;
  readonly notices: Pick<NoticeStore, 'latest'>;
  readonly now: Clock;
}

/** Providers of one country. */
const home: { readonly [Name in CallProvider]?: string } = { exotel: 'IN', callerdesk: 'IN' };

/**
 * Makes an address for calls. What its menu says is kept as it is now: another notice needs another address, so that no key is taken for a
 * yes to words that nobody heard.
 *
 * @throws InvalidInputError
 */
export async function makeHook(deps: MakeHookDeps, app: App, asked: AskedHook): Promise<IssuedHook> {
  const { provider, phone, spokenLocale } = asked;
  const mapping = provider === 'generic' ? asked.mapping : presets[provider];
  if (mapping === undefined) throw new Error('A generic hook has a mapping.');
  const country = asked.country ?? home[provider];
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (mapping.numbers === 'national' && country === undefined)
    fault('/country', 'required', 'Say in which country numbers without a country code are.');
  if (mapping.called === undefined && phone === undefined)
    fault('/phone', 'required', 'This provider does not say which number was called: name it.');
  if (mapping.called !== undefined && phone !== undefined)
    fault('/phone', 'unexpected', 'This provider says itself which number was called.');
  if (mapping.numbers !== 'national' && asked.country !== undefined)
    fault('/country', 'unexpected', 'The numbers of this provider have their country code.');
  const isOwn = phone === undefined || app.telephone?.numbers.some((each) => each.phone === phone) === true;
  if (!isOwn) fault('/phone', 'unknown-number', 'This is none of the numbers of the telephone settings.');
  if (spokenLocale !== undefined && mapping.digits === undefined)
    fault('/spokenLocale', 'unexpected', 'This provider tells of no keys.');
  if (faults.length > 0) throw new InvalidInputError(faults);
  if ((await deps.hooks.list(app.appId)).length >= mostHooks) {
    const detail = `An app has ${mostHooks} addresses at most. End one that is not used any more.`;
    throw new InvalidInputError([{ pointer: '', code: 'too-many', detail }]);
  }
  const spoken =
    spokenLocale === undefined ? undefined : await mustSpeak(deps.notices, app, spokenLocale, '/spokenLocale');
  return deps.hooks.create({
    appId: app.appId,
    provider,
    mapping,
    createdAt: deps.now(),
    ...(country !== undefined && { country }),
    ...(phone !== undefined && { phone }),
    ...(spoken !== undefined && { spoken }),
  });
}
