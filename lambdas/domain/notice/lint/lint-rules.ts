import type { LintRule } from './rule.ts';
import { agreedWithTerms } from './rules/agreed-with-terms.ts';
import { agreementLength } from './rules/agreement-length.ts';
import { agreementListsPurposes } from './rules/agreement-lists-purposes.ts';
import { agreementShowsNumber } from './rules/agreement-shows-number.ts';
import { allCapitals } from './rules/all-capitals.ts';
import { anotherBusiness } from './rules/another-business.ts';
import { authenticationPlain } from './rules/authentication-plain.ts';
import { benefitsMissing } from './rules/benefits-missing.ts';
import { brPrivacyNotice } from './rules/br-privacy-notice.ts';
import { brWithdrawal } from './rules/br-withdrawal.ts';
import { bundledConsent } from './rules/bundled-consent.ts';
import { businessNameDiffers } from './rules/business-name-differs.ts';
import { businessNamed } from './rules/business-named.ts';
import { caContact } from './rules/ca-contact.ts';
import { caWithdrawal } from './rules/ca-withdrawal.ts';
import { conditionOfPurchase } from './rules/condition-of-purchase.ts';
import { consentBySilence } from './rules/consent-by-silence.ts';
import { consentForEver } from './rules/consent-for-ever.ts';
import { consentRequired } from './rules/consent-required.ts';
import { euPrivacyNotice } from './rules/eu-privacy-notice.ts';
import { euWithdrawal } from './rules/eu-withdrawal.ts';
import { firstPerson } from './rules/first-person.ts';
import { frequencyMissing } from './rules/frequency-missing.ts';
import { hiddenCharacters } from './rules/hidden-characters.ts';
import { howToStopMissing } from './rules/how-to-stop-missing.ts';
import { inLanguages } from './rules/in-languages.ts';
import { inPrivacyNotice } from './rules/in-privacy-notice.ts';
import { inWithdrawal } from './rules/in-withdrawal.ts';
import { keywordInAgreement } from './rules/keyword-in-agreement.ts';
import { languageDiffers } from './rules/language-differs.ts';
import { languageScript } from './rules/language-script.ts';
import { languageUnknown } from './rules/language-unknown.ts';
import { leftoverPlaceholder } from './rules/leftover-placeholder.ts';
import { localeForm } from './rules/locale-form.ts';
import { marketingHidden } from './rules/marketing-hidden.ts';
import { markup } from './rules/markup.ts';
import { namesCopied } from './rules/names-copied.ts';
import { namesWhatsapp } from './rules/names-whatsapp.ts';
import { numberFixed } from './rules/number-fixed.ts';
import { partsDiffer } from './rules/parts-differ.ts';
import { preTicked } from './rules/pre-ticked.ts';
import { privacyMissing } from './rules/privacy-missing.ts';
import { privacyUrl } from './rules/privacy-url.ts';
import { purposeInASentence } from './rules/purpose-in-a-sentence.ts';
import { purposeMixed } from './rules/purpose-mixed.ts';
import { purposeVague } from './rules/purpose-vague.ts';
import { purposesAlike } from './rules/purposes-alike.ts';
import { purposesMissing } from './rules/purposes-missing.ts';
import { saysReceive } from './rules/says-receive.ts';
import { stopIsHard } from './rules/stop-is-hard.ts';
import { stopWordUnderstood } from './rules/stop-word-understood.ts';
import { templateLimits } from './rules/template-limits.ts';
import { templateWayOut } from './rules/template-way-out.ts';
import { textMissing } from './rules/text-missing.ts';
import { textsDiffer } from './rules/texts-differ.ts';
import { tickMeansNo } from './rules/tick-means-no.ts';
import { tooLong } from './rules/too-long.ts';
import { unknownPlaceholder } from './rules/unknown-placeholder.ts';
import { usNotACondition } from './rules/us-not-a-condition.ts';
import { whatsappNotTheSender } from './rules/whatsapp-not-the-sender.ts';
import { whatsappSpelling } from './rules/whatsapp-spelling.ts';

/** Every rule, in the order in which findings are listed. One file each; described in docs/linter.md. */
export const lintRules: readonly LintRule[] = [
  textMissing,
  purposesMissing,
  markup,
  hiddenCharacters,
  leftoverPlaceholder,
  unknownPlaceholder,
  localeForm,
  languageUnknown,
  languageScript,
  languageDiffers,
  businessNamed,
  businessNameDiffers,
  namesCopied,
  anotherBusiness,
  agreementListsPurposes,
  agreementShowsNumber,
  firstPerson,
  saysReceive,
  keywordInAgreement,
  agreementLength,
  purposeVague,
  purposeMixed,
  purposesAlike,
  purposeInASentence,
  marketingHidden,
  bundledConsent,
  agreedWithTerms,
  consentBySilence,
  tickMeansNo,
  conditionOfPurchase,
  consentForEver,
  namesWhatsapp,
  whatsappSpelling,
  whatsappNotTheSender,
  howToStopMissing,
  stopWordUnderstood,
  stopIsHard,
  frequencyMissing,
  benefitsMissing,
  privacyMissing,
  privacyUrl,
  textsDiffer,
  partsDiffer,
  tooLong,
  allCapitals,
  preTicked,
  consentRequired,
  numberFixed,
  templateWayOut,
  templateLimits,
  authenticationPlain,
  euWithdrawal,
  euPrivacyNotice,
  usNotACondition,
  caWithdrawal,
  caContact,
  brWithdrawal,
  brPrivacyNotice,
  inWithdrawal,
  inPrivacyNotice,
  inLanguages,
];
