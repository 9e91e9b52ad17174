import { typedNumber } from '../parts/read-number.ts';

/** A form of a page behind a personal link as it came back. Everything in it is the visitor's word; the link alone says who it is about. */
export interface PersonalForm {
  readonly act: string;
  /** 0 when the form does not say, which is long ago. */
  readonly shownAt: number;
  /** BCP 47 of the text that was shown. */
  readonly locale: string;
  readonly noticeVersion: number | undefined;
  readonly ticked: readonly string[];
  /** Purposes that were shown as opted in. */
  readonly shown: readonly string[];
  readonly number: string;
  /** The button that was pressed; undefined = the form is not of a page of ours. */
  readonly pressed: 'stop' | 'stop-marketing' | 'save' | undefined;
}

/** The one that stops most first. */
const buttons = ['stop', 'stop-marketing', 'save'] as const;

/** Reads what there is; what is missing or strange counts as not said, so that a stop is never refused for a hidden field. */
export function readPersonalForm(form: URLSearchParams, newId: () => string, now: number): PersonalForm {
  const act = form.get('act') ?? '';
  const shownAt = wholeNumber(form.get('shown-at'));
  return {
    act: /^[\w-]{8,60}$/.test(act) ? act : newId(),
    shownAt: Math.min(shownAt ?? 0, now),
    locale: form.get('locale') ?? '',
    noticeVersion: wholeNumber(form.get('version')),
    ticked: purposes(form, 'purpose'),
    shown: purposes(form, 'shown'),
    number: typedNumber(form.get('number')),
    pressed: buttons.find((button) => form.has('do', button)),
  };
}

/** Whether the button that stops everything was pressed. */
export function isStop(form: URLSearchParams): boolean {
  return form.get('do') === 'stop';
}

/**
 * Whether a mail program asks to stop everything with one click (RFC 8058: `List-Unsubscribe=One-Click`, as a urlencoded form or as
 * multipart/form-data). Anything that says so is heard, whatever the content type claims: in other letter case, with blanks and quotes,
 * as one line of several, as JSON, in UTF-16.
 */
export function isOneClick(body: Buffer): boolean {
  // Without the zeros UTF-16 reads like ASCII.
  const text = body
    .subarray(0, 16 * 1024)
    .toString('latin1')
    .replaceAll('\0', '');
  return (
    isOneClickField(text) ||
    /name="?List-Unsubscribe"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click[ \t]*\r?\n?--/i.test(text)
  );
}

/** As a field of a form, or of a line of its own, or of JSON. */
function isOneClickField(text: string): boolean {
  const fields = text.split(/[&;,{}\r\n]+/).map((field) => decoded(field).replaceAll(/[^\w=:-]/g, ''));
  return fields.some((field) => /^List-Unsubscribe[=:]One-Click$/i.test(field));
}

/** Percent signs and plus signs resolved, as in a form. */
const decoded = (field: string): string => new URLSearchParams(`x=${field}`).get('x') ?? '';

function purposes(form: URLSearchParams, name: string): readonly string[] {
  return [...new Set(form.getAll(name))].slice(0, 100);
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
