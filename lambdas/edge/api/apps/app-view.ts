import type { App, AutomatedMessage } from '../../../domain/app/app.ts';
import type { AutomatedReplies } from '../../../domain/app/automated-replies.ts';
import type { BareOptIn, GupshupSettings } from '../../../domain/app/gupshup.ts';
import { portfoliosOf, type WhatsappProvider } from '../../../domain/app/portfolios.ts';
import type { Telephone } from '../../../domain/app/telephone.ts';
import { type Brand, logoPath } from '../../../domain/brand/brand.ts';
import type { PreviewedMessage } from '../../../domain/replies/preview-automated-message.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { appAnswer, automatedMessagePreview } from './answers.ts';

/** The providers that a stage was set up to send WhatsApp messages by. */
export type SendingBy = ReadonlySet<WhatsappProvider>;

/** An app as shown: its settings, and when they were made and last changed. What is not set is not shown. */
export function appView(app: App, providers: SendingBy): View<typeof appAnswer> {
  const { whatsapp, events, keywordNotice } = app;
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
      provider: whatsapp.provider ?? 'meta',
      awsPhoneNumberId: whatsapp.awsPhoneNumberId,
    },
    canSend: whatsapp && providers.has(whatsapp.provider ?? 'meta'),
    smsNumbers: app.smsNumbers.map(({ phone, country, provider = 'aws' }) => ({ phone, country, provider })),
    purposes: app.purposes.map(({ purposeId, name, category, validForDays, keywordOptIn }) => {
      return { purposeId, name, category, validForDays, keywordOptIn };
    }),
    doubleOptIn: app.doubleOptIn,
    automatedMessage: automatedMessageView(app.automatedMessage),
    automatedReplies: app.automatedReplies && repliesView(app.automatedReplies),
    telephone: app.telephone && telephoneView(app.telephone),
    events: events && { identifiers: events.identifiers, messages: events.messages },
    gupshup: app.gupshup && gupshupView(app.gupshup),
    countryRules: app.countryRules?.map(({ country, denies, note, since }) => {
      return { country, denies, note, since: formatInstant(since) };
    }),
    keywordNotice: keywordNotice && { noticeId: keywordNotice.noticeId, noticeVersion: keywordNotice.noticeVersion },
    version: app.version,
    createdAt: formatInstant(app.createdAt),
    updatedAt: formatInstant(app.updatedAt),
  };
}

function repliesView({ minimumSeconds, greeting, away, keywords, human }: AutomatedReplies) {
  return { minimumSeconds, greeting, away, keywords, human };
}

function gupshupView({ appName, bareOptIn }: GupshupSettings) {
  return { appName, bareOptIn: bareOptIn && bareOptInView(bareOptIn) };
}

function bareOptInView({ purposes, noticeId, noticeVersion }: BareOptIn) {
  return { purposes, noticeId, noticeVersion };
}

function telephoneView({ numbers, noticeId, purposes, welcome, missedCalls, ivr }: Telephone) {
  return { numbers, noticeId, purposes, welcome, missedCalls, ivr };
}

function automatedMessageView({ enabled, noticeId, greetings }: AutomatedMessage) {
  return { enabled, noticeId, greetings: greetings?.map(({ locale, text }) => ({ locale, text })) };
}

/** What would be sent, without the payloads: they are made when it is. */
export function previewView({ texts, findings, obstacles }: PreviewedMessage): View<typeof automatedMessagePreview> {
  return {
    texts: texts.map(({ locale, message, leftOut, faults }) => ({
      locale,
      text: message?.text,
      buttons: message?.buttons?.map(({ title }) => title),
      list: message?.list && {
        open: message.list.open,
        rows: message.list.rows.map(({ title, description }) => ({ title, description })),
      },
      leftOut,
      faults,
    })),
    findings,
    obstacles,
  };
}

/** A logo as where it is served, on the host of the public pages. */
function brandView({ logo, accent, accentDark, siteUrl, returnUrl, supportLine }: Brand) {
  const shown = logo && { path: logoPath(logo), type: logo.type, width: logo.width, height: logo.height };
  return { logo: shown, accent, accentDark, siteUrl, returnUrl, supportLine };
}
