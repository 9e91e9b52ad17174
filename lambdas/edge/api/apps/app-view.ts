import type { App, Purpose } from '../../../domain/app/app.ts';
import { formatInstant } from '../../fields/instant.ts';

/** An app as shown: its settings, and when they were made and last changed. What is not set is not shown. */
export function appView(app: App) {
  const { whatsapp, callback, keywordNotice } = app;
  return {
    appId: app.appId,
    displayName: app.displayName,
    ...(app.smsName !== undefined && { smsName: app.smsName }),
    locale: app.locale,
    timeZone: app.timeZone,
    ...(whatsapp !== undefined && {
      whatsapp: { phoneNumberId: whatsapp.phoneNumberId, phone: whatsapp.phone, wabaId: whatsapp.wabaId },
    }),
    smsNumbers: app.smsNumbers.map(({ phone, country }) => ({ phone, country })),
    purposes: app.purposes.map(purposeView),
    doubleOptIn: app.doubleOptIn,
    automatedMessage: { enabled: app.automatedMessage.enabled },
    ...(callback !== undefined && { callback: { url: callback.url } }),
    ...(keywordNotice !== undefined && {
      keywordNotice: { noticeId: keywordNotice.noticeId, noticeVersion: keywordNotice.noticeVersion },
    }),
    version: app.version,
    createdAt: formatInstant(app.createdAt),
    updatedAt: formatInstant(app.updatedAt),
  };
}

function purposeView({ purposeId, name, category, validForDays, keywordOptIn }: Purpose) {
  return {
    purposeId,
    name,
    category,
    ...(validForDays !== undefined && { validForDays }),
    ...(keywordOptIn !== undefined && { keywordOptIn }),
  };
}
