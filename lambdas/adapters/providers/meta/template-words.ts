import type {
  HeardCategory,
  TemplateQuality,
  TemplateStatus,
  TemplateWords,
} from '../../../domain/templates/template.ts';
import { templateQualities, templateStatuses } from '../../../domain/templates/template.ts';
import { listOf, memberOf, textOf } from '../../json/json-reader.ts';

/** Meta's word as we spell ours: `PENDING_DELETION` is `pending-deletion`. */
const spelled = (word: string): string => word.toLowerCase().replaceAll('_', '-');

/** Words of events that are another state than they are called. Unarchived, a template is again what it was before: nobody says what. */
const statusOfEvent: { readonly [word: string]: TemplateStatus } = { reinstated: 'approved', unarchived: 'unclear' };

/** The state that a word of Meta's is; `unclear` for one that nobody here knows. */
export function statusOf(word: string): TemplateStatus {
  const said = spelled(word);
  if (Object.hasOwn(statusOfEvent, said)) return statusOfEvent[said] ?? 'unclear';
  return templateStatuses.find((known) => known === said && known !== 'gone') ?? 'unclear';
}

/** The category that a word of Meta's is; undefined = it says nothing. */
export function categoryOf(from: unknown, name: string): HeardCategory | undefined {
  const said = textOf(from, name);
  if (said === undefined) return undefined;
  const category = spelled(said);
  return category === 'marketing' || category === 'utility' || category === 'authentication' ? category : 'unclear';
}

/** Ratings that we do not know say nothing. */
export function qualityOf(from: unknown, name: string): TemplateQuality | undefined {
  const said = spelled(textOf(from, name) ?? '');
  return templateQualities.find((known) => known === said);
}

/** Meta's words for why; `NONE` is none. A word, not a text: what people at Meta write by hand stays out. */
export function reasonOf(...said: readonly (string | undefined)[]): string | undefined {
  return said.find((word) => word !== undefined && word !== 'NONE' && /^[A-Za-z][A-Za-z0-9_ -]{0,79}$/.test(word));
}

/** The longest that Meta allows is a body of 1,024 characters; a header or footer has 60. */
const longest = 2000;
const mostButtons = 20;

/** The words of a template as an event has them. */
export function wordsOfEvent(value: unknown): TemplateWords {
  const buttons = listOf(value, 'message_template_buttons') ?? [];
  return words(
    textOf(value, 'message_template_title'),
    textOf(value, 'message_template_element'),
    textOf(value, 'message_template_footer'),
    buttons.map((button) => [
      textOf(button, 'message_template_button_type'),
      textOf(button, 'message_template_button_text'),
    ]),
  );
}

/** The words of a template as Graph has them; undefined = it gave none. */
export function wordsOfComponents(components: readonly unknown[] | undefined): TemplateWords | undefined {
  if (components === undefined || components.length === 0) return undefined;
  const textIn = (type: string) => {
    const found = components.find((component) => textOf(component, 'type')?.toUpperCase() === type);
    return textOf(found, 'text');
  };
  const buttons = components.flatMap((component) => listOf(component, 'buttons') ?? []);
  return words(
    textIn('HEADER'),
    textIn('BODY'),
    textIn('FOOTER'),
    buttons.map((button) => [textOf(button, 'type'), textOf(button, 'text')]),
  );
}

function words(
  header: string | undefined,
  body: string | undefined,
  footer: string | undefined,
  buttons: readonly (readonly (string | undefined)[])[],
): TemplateWords {
  return {
    ...(header !== undefined && { header: header.slice(0, longest).toWellFormed() }),
    ...(body !== undefined && { body: body.slice(0, longest).toWellFormed() }),
    ...(footer !== undefined && { footer: footer.slice(0, longest).toWellFormed() }),
    buttons: buttons.slice(0, mostButtons).map(([kind = 'OTHER', text = '']) => ({
      kind: spelled(kind).slice(0, 40),
      text: text.slice(0, 200).toWellFormed(),
    })),
  };
}

/** Meta's id of a template. Above 2^53 a number was rounded when it was read, and names nothing any more. */
export function templateIdOf(from: unknown, name: string): string | undefined {
  const member = memberOf(from, name);
  if (typeof member === 'number' && !Number.isSafeInteger(member)) return undefined;
  const id = textOf(from, name);
  return id !== undefined && /^\d{1,30}$/.test(id) ? id : undefined;
}
