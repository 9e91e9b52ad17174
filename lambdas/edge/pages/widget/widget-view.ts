import type { OpenView, WidgetBrand } from '../../../../browser/widget-view.ts';
import { brandOf, type ShownBrand } from '../../../domain/app/brand-of.ts';
import { chatLink } from '../../../domain/collection/chat-link.ts';
import { agreementSentence } from '../../../domain/notice/agreement-sentence.ts';
import { directionOf } from '../../../domain/notice/direction.ts';
import { keptTogether } from '../../../domain/notice/kept-together.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { ShownPoint } from '../../../use-cases/collection/find-shown-point.ts';
import { type CountryCode, exampleNumber, internationalExample, likelyCountry } from '../parts/countries.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { pageLink } from '../parts/page-link.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';

/**
 * What the widget shows of a point that is open: the notice's words in one language, and our own around them.
 *
 * @param country of numbers that are written without country code, when the shop says which
 * @param publicUrl base URL of the public pages, without a slash at the end
 */
export function widgetView(
  { app, point, notice }: ShownPoint,
  text: NoticeText,
  country: CountryCode | undefined,
  publicUrl: string,
): OpenView {
  const isForm = point.kind === 'form';
  const national = country && exampleNumber(country);
  const { check, number, fault, end, frame, problem, widget } = pageTexts(text.locale);
  const privacy = text.privacy === undefined ? undefined : pageLink(text.privacy.url);
  return {
    state: 'open',
    kind: isForm ? 'form' : 'widget',
    locale: text.locale,
    dir: directionOf(text.locale),
    shown: { version: String(notice.version), locale: text.locale, hash: notice.hashes[text.locale] ?? '' },
    brand: brandView(brandOf(app, text.businessName), publicUrl),
    heading: keptTogether(text.heading, text),
    agreement: agreementTemplate(text),
    purposes: offeredPurposes(text, point.purposes),
    incentive: text.incentive,
    benefits: text.benefits,
    frequency: text.frequency,
    howToStop: text.howToStop,
    ...(privacy !== undefined && { privacy: { text: text.privacy?.text ?? '', url: privacy.url } }),
    // The form is for who signs up; the widget is also a way into the chat.
    ...(!isForm && { chatUrl: chatLink(app, point, text.locale) }),
    texts: {
      button: widget.button,
      close: widget.close,
      line: widget.line,
      choose: check.purposes,
      number: number.number,
      numberHint:
        national === undefined
          ? fill(widget.numberHint, { example: internationalExample(likelyCountry([], app)) })
          : fill(number.example, { example: national }),
      agreement: check.agreement,
      confirm: check.confirm,
      goOn: check.continue,
      justChat: check.chat,
      chatNote: check.chatNote,
      nothingTicked: isForm ? fault.purposes : fault.purposesOrChat,
      failed: problem.failed.text,
      lastStep: end.heading,
      leaveAsIs: end.messageHint,
      sendThis: fill(end.text, { business: text.businessName }),
      openWhatsApp: end.open,
      otherDevice: widget.otherDevice,
      done: end.confirmedHeading,
      doneText: fill(end.confirmedText, { business: text.businessName }),
      trademark: frame.trademark,
    },
  };
}

function brandView({ name, letter, logo, light, dark }: ShownBrand, publicUrl: string): WidgetBrand {
  return { name, letter, ...(logo && { logo: `${publicUrl}${logo.path}` }), light, dark };
}

/** The sentence with `{purposes}` still in it: what is ticked is known in the browser only. */
function agreementTemplate(text: NoticeText): string {
  return agreementSentence({ ...text, purposes: [{ purposeId: '*', text: '{purposes}' }] }, ['*']);
}
