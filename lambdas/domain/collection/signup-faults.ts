import type { App } from '../app/app.ts';
import { unknownPurposes } from '../app/unknown-purposes.ts';
import type { SignupText } from '../consent/statement.ts';
import type { Fault } from '../errors.ts';
import { lint } from '../notice/lint/lint.ts';
import type { LintFinding, WordingProfile } from '../notice/notice.ts';
import { countryWithoutSignups } from './signup-countries.ts';

/** Stands for the code in the confirmation; WhatsApp fills it in. */
const codeHere = '{{promo_code}}';

/** What keeps an app from having signups, with a pointer to what has to change. */
export function signupAppFaults({ whatsapp }: Pick<App, 'whatsapp'>): readonly Fault[] {
  if (whatsapp === undefined)
    return [fault('appId', 'no-whatsapp-number', 'The app has no WhatsApp number, so nobody can sign up with it.')];
  const country = countryWithoutSignups(whatsapp.phone);
  if (country === undefined) return [];
  const detail = `Meta does not offer In-App Signup to businesses with a number of this country (${country}).`;
  return [fault('appId', 'not-offered-there', detail)];
}

/** What is wrong with the words of a signup before Meta sees them. */
export function signupTextFaults({ confirmationMessage, promoCode }: SignupText): readonly Fault[] {
  const rest = confirmationMessage.replaceAll(codeHere, '');
  const isHere = rest.length < confirmationMessage.length;
  return [
    ...(isHere && promoCode === undefined
      ? [fault('/promoCode', 'required', `The confirmation says ${codeHere}, and there is no code.`)]
      : []),
    ...(!isHere && promoCode !== undefined
      ? [
          fault(
            '/confirmationMessage',
            'code-not-said',
            `The confirmation does not say the code: put ${codeHere} there.`,
          ),
        ]
      : []),
    ...(/\{\{|\}\}/.test(rest)
      ? [fault('/confirmationMessage', 'unknown-placeholder', `Only ${codeHere} is filled in.`)]
      : []),
  ];
}

/** Faults of the purposes that it is to opt in to. */
export function signupPurposeFaults(app: Pick<App, 'purposes'>, purposes: readonly string[]): readonly Fault[] {
  return unknownPurposes(
    app,
    purposes.map((purposeId, index) => ({ pointer: `/purposes/${index}`, purposeId })),
  );
}

/** WhatsApp's own screen says these, whatever the business writes. */
const saidByWhatsapp: ReadonlySet<string> = new Set(['names-whatsapp', 'purposes-missing', 'privacy-missing']);

/** What the linter finds in what people read before they sign up. */
export function lintSignup(
  app: Pick<App, 'displayName'>,
  { signupMessage: text }: Pick<SignupText, 'signupMessage'>,
  locale: string,
  profile: WordingProfile,
): readonly LintFinding[] {
  const { displayName: businessName } = app;
  const form = { kind: 'form', text, locale, businessName, showsWhatsappMark: false, numberEditable: true } as const;
  return lint({ ...form, fields: [] }, { profile })
    .filter(({ pointer, rule }) => pointer === '/text' && !saidByWhatsapp.has(rule))
    .map((finding) => ({ ...finding, pointer: '/signupMessage' }));
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}
