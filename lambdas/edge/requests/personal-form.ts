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
  /** The button that was pressed. */
  readonly pressed: 'stop' | 'stop-marketing' | 'save';
}

const buttons = ['stop', 'stop-marketing'] as const;

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
    number: (form.get('number') ?? '').slice(0, 40),
    pressed: buttons.find((button) => button === form.get('do')) ?? 'save',
  };
}

/**
 * Whether a mail program asks to stop everything with one click (RFC 8058: `List-Unsubscribe=One-Click`, as a urlencoded form or as
 * multipart/form-data). Anything that says so is heard, whatever the content type claims.
 */
export function isOneClick(body: Buffer): boolean {
  const text = body.subarray(0, 16 * 1024).toString('latin1');
  if (new URLSearchParams(text.trim()).get('List-Unsubscribe') === 'One-Click') return true;
  return /name="?List-Unsubscribe"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n?--/i.test(text);
}

function purposes(form: URLSearchParams, name: string): readonly string[] {
  return [...new Set(form.getAll(name))].slice(0, 100);
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
