import type { App } from '../../../domain/app/app.ts';
import type { AutomatedReplies } from '../../../domain/app/automated-replies.ts';
import { portfoliosOf } from '../../../domain/app/portfolios.ts';
import { type Brand, logoPath } from '../../../domain/brand/brand.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { appAnswer } from './answers.ts';

/** An app as shown: its settings, and when they were made and last changed. What is not set is not shown. */
export function appView(app: App): View<typeof appAnswer> {
  const { whatsapp, callback, keywordNotice } = app;
  const { now, known } = portfoliosOf(app);
  return {
    appId: app.appId,
    displayName: app.displayName,
    brand: app.brand && brandView(app.brand),
    smsName: app.smsName,
    locale: app.locale,
    timeZone: app.timeZone,
    whatsapp: whatsapp && {
      phoneNumberId: whatsapp.phoneNumberId,
      phone: whatsapp.phone,
      wabaId: whatsapp.wabaId,
      portfolioId: known[now]?.portfolioId,
    },
    smsNumbers: app.smsNumbers.map(({ phone, country }) => ({ phone, country })),
    purposes: app.purposes.map(({ purposeId, name, category, validForDays, keywordOptIn }) => {
      return { purposeId, name, category, validForDays, keywordOptIn };
    }),
    doubleOptIn: app.doubleOptIn,
    automatedMessage: { enabled: app.automatedMessage.enabled },
    automatedReplies: app.automatedReplies && repliesView(app.automatedReplies),
    callback: callback && { url: callback.url },
    keywordNotice: keywordNotice && { noticeId: keywordNotice.noticeId, noticeVersion: keywordNotice.noticeVersion },
    version: app.version,
    createdAt: formatInstant(app.createdAt),
    updatedAt: formatInstant(app.updatedAt),
  };
}

function repliesView({ minimumSeconds, greeting, away, keywords, human }: AutomatedReplies) {
  return { minimumSeconds, greeting, away, keywords, human };
}

/** A logo as where it is served, on the host of the public pages. */
function brandView({ logo, accent, accentDark, siteUrl, returnUrl, supportLine }: Brand) {
  const shown = logo && { path: logoPath(logo), type: logo.type, width: logo.width, height: logo.height };
  return { logo: shown, accent, accentDark, siteUrl, returnUrl, supportLine };
}
