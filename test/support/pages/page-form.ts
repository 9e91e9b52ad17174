/** A control of a form as a browser without JavaScript sees it. */
export interface PageField {
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
}

/** A form of a page. */
export interface PageForm {
  readonly method: string;
  /** Path to which it is sent. */
  readonly action: string;
  readonly fields: readonly PageField[];
}

/** The forms of a page of ours. Reads the markup that we write, not any markup: attributes are quoted. */
export function formsOf(html: string, path: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head = '', body = '']) => ({
    method: (attribute(head, 'method') ?? 'get').toUpperCase(),
    action: attribute(head, 'action') || path,
    fields: [...controls(body)],
  }));
}

/** What a browser sends for a form when these boxes are ticked and these fields filled in (as they stand otherwise). */
export function filledIn(
  form: PageForm,
  {
    ticks = [],
    values = {},
  }: { readonly ticks?: readonly string[]; readonly values?: Readonly<Record<string, string>> },
): URLSearchParams {
  const sent = new URLSearchParams();
  const pressed = form.fields.find(({ type }) => type === 'submit');
  for (const field of form.fields) {
    const { type, name, value } = field;
    if (name === '') continue;
    if (type === 'checkbox' || type === 'radio') {
      if (field.checked || ticks.includes(value)) sent.append(name, value);
    } else if (type !== 'submit' || field === pressed) {
      sent.append(name, values[name] ?? value);
    }
  }
  return sent;
}

/** The links of a page, in order. */
export function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a\b([^>]*)>/gi)].flatMap(([, head = '']) => attribute(head, 'href') ?? []);
}

/** The text of a page as it is read, without markup. */
export function textOf(html: string): string {
  return decoded(
    html
      .replace(/<(style|script|svg|title)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();
}

function* controls(body: string): Iterable<PageField> {
  for (const [, tag = '', head = '', content = ''] of body.matchAll(
    /<(input|button|select|textarea)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/gi,
  )) {
    const isChecked = /\schecked\b/i.test(head);
    const type = attribute(head, 'type') ?? (tag === 'button' ? 'submit' : tag === 'input' ? 'text' : tag);
    const value =
      tag === 'select' ? selected(content) : (attribute(head, 'value') ?? (type === 'checkbox' ? 'on' : ''));
    yield { type, name: attribute(head, 'name') ?? '', value, checked: isChecked };
  }
}

function selected(content: string): string {
  const options = [...content.matchAll(/<option\b([^>]*)>/gi)].map(([, head = '']) => head);
  const chosen = options.find((head) => /\sselected\b/i.test(head)) ?? options[0] ?? '';
  return attribute(chosen, 'value') ?? '';
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(head)?.[1];
  return found === undefined ? undefined : decoded(found);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return hex === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16));
  });
}
