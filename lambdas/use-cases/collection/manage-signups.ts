import type { App } from '../../domain/app/app.ts';
import { type CollectionPoint, pointIdOf } from '../../domain/collection/collection-point.ts';
import { newPoint } from '../../domain/collection/point-settings.ts';
import { type DatedText, latestText, mostTexts, plain, type Signup } from '../../domain/collection/signup.ts';
import {
  lintSignup,
  signupAppFaults,
  signupPurposeFaults,
  signupTextFaults,
} from '../../domain/collection/signup-faults.ts';
import type { SignupText } from '../../domain/consent/statement.ts';
import { AlreadyExistsError, type Fault, InvalidInputError, TryAgainError } from '../../domain/errors.ts';
import { found } from '../../domain/found.ts';
import type { WordingProfile } from '../../domain/notice/notice.ts';
import { NoticeRefusedError } from '../../domain/notice/notice-refused-error.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock } from '../ledger/ports.ts';
import { whatsappNumberOf } from './manage-meta-link.ts';
import type { MetaSignup, MetaSignups, SignupStore } from './signup-ports.ts';

export interface SignupDeps {
  readonly signups: SignupStore;
  readonly metaSignups: MetaSignups;
  readonly now: Clock;
  /** A token that nobody can guess. */
  readonly newToken: () => string;
}

/** A signup as Meta has it, and what it is here; `own` is absent until it is adopted. */
export interface KnownSignup {
  readonly atMeta: MetaSignup;
  readonly own?: Signup | undefined;
}

export interface AskedSignup extends SignupText {
  readonly name: string;
  readonly purposes: readonly string[];
  readonly locale?: string | undefined;
  readonly campaign?: string | undefined;
  readonly acceptTerms?: true | undefined;
}

export type AskedSignupChange = Partial<Omit<AskedSignup, 'privacyPolicyUrl' | 'acceptTerms'>> & {
  readonly status?: 'active' | 'disabled' | undefined;
  readonly textSince?: Milliseconds | undefined;
};

/** How far a signup that is not known here is looked for in the account: 500, in pages of the size of a list. */
const searchedPages = 20;
const attempts = 5;

/**
 * Makes a signup at Meta, and then its point here. One whose storing failed lies at Meta, is in the list, and can be adopted.
 *
 * @throws InvalidInputError with every fault; NoticeRefusedError by the linter; what `MetaSignups` throws
 */
export async function makeSignup(
  deps: SignupDeps,
  app: App,
  asked: AskedSignup,
  profile: WordingProfile,
): Promise<KnownSignup> {
  const { name, purposes, locale = app.locale, campaign, acceptTerms = false, ...text } = asked;
  refuse([...signupAppFaults(app), ...signupTextFaults(text), ...signupPurposeFaults(app, purposes)]);
  refuseWords(app, text, locale, profile);
  const before = wholeSecond(deps.now());
  const signupId = await deps.metaSignups.create(app.appId, wabaOf(app), { ...text, name, acceptTerms });
  const atMeta: MetaSignup = { signupId, status: 'active', name, text };
  return { atMeta, own: await keep(deps, app, atMeta, { name, purposes, locale, campaign, since: before }) };
}

/**
 * A page of what Meta has for the account of the app, with what it is here. What another app has is left out; a text that was changed
 * elsewhere is noted.
 */
export async function listSignups(deps: SignupDeps, app: App, limit: number, after: string | undefined) {
  const askedAt = deps.now();
  const { signups: page, next } = await deps.metaSignups.page(app.appId, wabaOf(app), limit, after);
  const known = await deps.signups.findMany(page.map(({ signupId }) => signupId));
  const data: KnownSignup[] = [];
  for (const atMeta of page) {
    const own = known.find(({ signupId }) => signupId === atMeta.signupId);
    if (own !== undefined && own.appId !== app.appId) continue;
    // What was changed here since Meta was asked is newer than what Meta said.
    const isOlder = own !== undefined && own.updatedAt < askedAt;
    data.push({ atMeta, own: isOlder ? await noted(deps, own, atMeta) : own });
  }
  return { data, next };
}

/**
 * One signup as Meta has it now.
 *
 * @throws NotFoundError, also for one of another app or account
 */
export async function findSignup(deps: SignupDeps, app: App, signupId: string): Promise<KnownSignup> {
  const own = await deps.signups.find(signupId);
  if (own !== undefined) {
    const atMeta = own.appId === app.appId ? await deps.metaSignups.find(app.appId, signupId) : undefined;
    const there = found(atMeta, 'signup');
    return { atMeta: there, own: await noted(deps, own, there) };
  }
  return { atMeta: found(await inAccount(deps, app, signupId), 'signup') };
}

/**
 * Changes a signup, at Meta first, or adopts one that was made elsewhere. To disable one is never refused here.
 *
 * @throws NotFoundError; InvalidInputError; NoticeRefusedError; AlreadyExistsError when it was changed meanwhile
 */
export async function changeSignup(
  deps: SignupDeps,
  app: App,
  signupId: string,
  asked: AskedSignupChange,
  profile: WordingProfile,
): Promise<KnownSignup> {
  const known = await findSignup(deps, app, signupId);
  const { atMeta, own } = known;
  if (own === undefined) return adopt(deps, app, atMeta, asked, profile);
  const { name, status, purposes, textSince, campaign, locale = own.locale, ...words } = asked;
  const given = Object.values(words).some((each) => each !== undefined);
  const text: SignupText = { ...atMeta.text, ...defined(words) };
  const isAgain = status === 'active' && atMeta.status === 'disabled';
  // The same words in another language are another text.
  const isNew = given || locale !== own.locale;
  refuse([
    ...fixed({ purposes, textSince, campaign }),
    ...(isNew || isAgain ? signupAppFaults(app) : []),
    ...(given ? signupTextFaults(text) : []),
    ...(isNew && own.texts.length >= mostTexts ? [tooManyTexts] : []),
  ]);
  if (isNew || isAgain) refuseWords(app, text, locale, profile);
  if (given || name !== undefined || status !== undefined) {
    await deps.metaSignups.change(app.appId, signupId, { ...words, name, status });
  }
  const after = await remember(deps, own, (each, at) => ({
    ...withText(deps, each, { text, locale }, at),
    name: name ?? each.name,
  }));
  return { atMeta: { ...atMeta, status: status ?? atMeta.status, name: name ?? atMeta.name, text }, own: after };
}

/** A signup that was made elsewhere counts from now on, under the words that it has; since when it had them is for the business to know. */
async function adopt(
  deps: SignupDeps,
  app: App,
  atMeta: MetaSignup,
  { purposes, name, locale = app.locale, campaign, textSince, ...more }: AskedSignupChange,
  profile: WordingProfile,
): Promise<KnownSignup> {
  const now = deps.now();
  const others = Object.entries(more).filter(([, value]) => value !== undefined);
  refuse([
    ...(purposes === undefined
      ? [
          fault(
            '/purposes',
            'required',
            'This signup was made elsewhere. Adopt it first: name the purposes that it opts in to.',
          ),
        ]
      : signupPurposeFaults(app, purposes)),
    ...others.map(([field]) => fault(`/${field}`, 'adopt-first', 'Adopt the signup as it is, and change it then.')),
    ...(textSince !== undefined && textSince > now
      ? [fault('/textSince', 'in-the-future', 'This time is still to come.')]
      : []),
    ...signupAppFaults(app),
  ]);
  refuseWords(app, atMeta.text, locale, profile);
  const since = wholeSecond(textSince ?? now);
  const named = name ?? atMeta.name ?? `Signup ${atMeta.signupId}`;
  const own = await keep(deps, app, atMeta, { name: named, purposes: purposes ?? [], locale, campaign, since });
  return { atMeta, own };
}

/** Stores a signup with its point. */
async function keep(
  { signups, now, newToken }: SignupDeps,
  app: App,
  { signupId, text }: MetaSignup,
  of: Pick<Signup, 'name' | 'purposes' | 'locale' | 'campaign'> & { readonly since: Milliseconds },
): Promise<Signup> {
  const at = now();
  const { since, name, purposes, locale, campaign } = of;
  const pointId = pointIdOf(newToken());
  const settings = {
    kind: 'in-app-signup',
    // Meta's names are longer than ours, and cut they may end in half of a character.
    name: name.slice(0, 100).toWellFormed(),
    purposes,
    opens: 'chat',
    origins: [],
    status: 'active',
  } as const;
  const more = { signupId, ...(campaign !== undefined && { campaign }) };
  const point: CollectionPoint = { ...newPoint(pointId, app.appId, settings, at), ...more };
  const texts = [{ ...signups.seal(plain(text), since), locale }];
  const dates = { version: 1, createdAt: at, updatedAt: at };
  const own: Signup = {
    signupId,
    appId: app.appId,
    wabaId: wabaOf(app),
    pointId,
    name,
    purposes,
    campaign,
    locale,
    texts,
    ...dates,
  };
  await signups.create(own, point);
  return own;
}

/** What Meta says now is what people read now, whoever changed it. Of what was changed here meanwhile Meta may not have known yet. */
async function noted(deps: SignupDeps, own: Signup, { text }: MetaSignup): Promise<Signup> {
  const at = deps.now();
  const after = withText(deps, own, { text, locale: own.locale }, at);
  if (after === own) return own;
  const next: Signup = { ...after, version: own.version + 1, updatedAt: at };
  try {
    await deps.signups.replace(own, next);
    return next;
  } catch (error) {
    if (!(error instanceof AlreadyExistsError)) throw error;
    return found(await deps.signups.find(own.signupId), 'signup');
  }
}

/** With a text, and its language, from now on; the oldest makes room. */
function withText(
  { signups }: SignupDeps,
  own: Signup,
  { text, locale }: Pick<DatedText, 'text' | 'locale'>,
  at: Milliseconds,
): Signup {
  const sealed = { ...signups.seal(plain(text), at), locale };
  const latest = latestText(own);
  if (sealed.hash === latest.hash && locale === latest.locale) return own;
  return { ...own, locale, texts: [...own.texts, sealed].slice(-mostTexts) };
}

/** Stores a change, whatever else was changed meanwhile. */
async function remember(
  { signups, now }: SignupDeps,
  begun: Signup,
  change: (own: Signup, at: Milliseconds) => Signup,
): Promise<Signup> {
  let before = begun;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const at = now();
    const after: Signup = { ...change(before, at), version: before.version + 1, updatedAt: at };
    try {
      await signups.replace(before, after);
      return after;
    } catch (error) {
      if (!(error instanceof AlreadyExistsError)) throw error;
      before = found(await signups.find(begun.signupId), 'signup');
    }
  }
  throw new TryAgainError('The signup is being changed by other calls.');
}

async function inAccount({ metaSignups }: SignupDeps, app: App, signupId: string): Promise<MetaSignup | undefined> {
  let after: string | undefined;
  for (let count = 0; count < searchedPages; count += 1) {
    const { signups, next } = await metaSignups.page(app.appId, wabaOf(app), 25, after);
    const there = signups.find((each) => each.signupId === signupId);
    if (there !== undefined) return there;
    if (next === undefined) return undefined;
    after = next;
  }
  return undefined;
}

function wabaOf(app: App): string {
  whatsappNumberOf(app);
  return app.whatsapp?.wabaId ?? '';
}

/** The times of acts are whole seconds: one in the second of the beginning is not before it. */
const wholeSecond = (at: Milliseconds): Milliseconds => Math.floor(at / 1000) * 1000;

function refuseWords(app: App, text: SignupText, locale: string, profile: WordingProfile): void {
  const findings = lintSignup(app, text, locale, profile);
  if (findings.some(({ severity }) => severity === 'error')) throw new NoticeRefusedError(findings);
}

function fixed(given: Pick<AskedSignupChange, 'purposes' | 'textSince' | 'campaign'>): readonly Fault[] {
  const detail = 'This was set when the signup was made or adopted, and never changes.';
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [fault(`/${name}`, 'fixed', detail)],
  );
}

const tooManyTexts: Fault = {
  pointer: '',
  code: 'too-many-texts',
  detail: `This signup had ${mostTexts} texts, and each is kept. Make a new one.`,
};

function defined<Given extends object>(given: Given): Partial<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Given>;
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}
