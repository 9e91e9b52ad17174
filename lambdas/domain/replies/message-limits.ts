import type { OutgoingMessage } from './outgoing-message.ts';

/**
 * Meta's limits for messages, in characters and counts ("Text messages", "Interactive reply buttons messages", "Interactive list
 * messages", pages of 2025-11 and 2025-12). A body with a list may be longer than one with buttons.
 */
export const messageLimits = {
  text: { body: 4096 },
  buttons: { most: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, title: 24, description: 72, id: 200, open: 20, body: 4096 },
  /** What a quick reply of a template carries. Meta names no limit; longer ones were never seen. */
  template: { payload: 128 },
} as const;

/** A message that Meta would not take, or would take and cut. */
export type MessageFault =
  | 'no-text'
  | 'text-too-long'
  | 'buttons-and-list'
  | 'no-buttons'
  | 'too-many-buttons'
  | 'no-rows'
  | 'too-many-rows'
  | 'title-empty'
  | 'title-too-long'
  | 'description-too-long'
  | 'id-empty'
  | 'id-too-long'
  | 'ids-alike'
  | 'titles-alike'
  | 'open-empty'
  | 'open-too-long'
  | 'no-template'
  | 'payload-too-long';

/** What is wrong with a message; nothing for one that may go out. */
export function messageFaults(message: OutgoingMessage): readonly MessageFault[] {
  if ('template' in message) {
    const { name, language, payloads = [] } = message.template;
    return given({
      'no-template': name === '' || language === '',
      'payload-too-long': payloads.some((payload) => isLonger(payload, messageLimits.template.payload)),
    });
  }
  const { text, buttons, list } = message;
  const body = buttons !== undefined ? messageLimits.buttons.body : messageLimits.text.body;
  return given({
    'no-text': text.trim() === '',
    'text-too-long': isLonger(text, body),
    'buttons-and-list': buttons !== undefined && list !== undefined,
    'no-buttons': buttons?.length === 0,
    'too-many-buttons': (buttons?.length ?? 0) > messageLimits.buttons.most,
    'no-rows': list?.rows.length === 0,
    'too-many-rows': (list?.rows.length ?? 0) > messageLimits.list.rows,
    'open-empty': list?.open.trim() === '',
    'open-too-long': isLonger(list?.open ?? '', messageLimits.list.open),
    'description-too-long': (list?.rows ?? []).some(({ description = '' }) =>
      isLonger(description, messageLimits.list.description),
    ),
    ...ofChoices(buttons ?? [], messageLimits.buttons),
    ...ofChoices(list?.rows ?? [], messageLimits.list),
  });
}

type Faults = Partial<Record<MessageFault, boolean>>;

/** Two of the same id or name cannot be told apart: Meta refuses them. */
function ofChoices(
  choices: readonly { readonly id: string; readonly title: string }[],
  limits: { readonly title: number; readonly id: number },
): Faults {
  if (choices.length === 0) return {};
  const ids = choices.map(({ id }) => id);
  const titles = choices.map(({ title }) => title);
  return {
    'title-empty': titles.some((title) => title.trim() === ''),
    'title-too-long': titles.some((title) => isLonger(title, limits.title)),
    'titles-alike': new Set(titles).size < titles.length,
    'id-empty': ids.includes(''),
    'id-too-long': ids.some((id) => isLonger(id, limits.id)),
    'ids-alike': new Set(ids).size < ids.length,
  };
}

/** Counted in UTF-16 units, which are never fewer than what Meta counts: its pages do not say what a character is. */
const isLonger = (text: string, most: number): boolean => text.length > most;

const given = (faults: Faults): readonly MessageFault[] =>
  (Object.keys(faults) as MessageFault[]).filter((fault) => faults[fault] === true);
