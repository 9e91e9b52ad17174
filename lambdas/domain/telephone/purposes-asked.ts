import type { App } from '../app/app.ts';
import type { NoticeText } from '../notice/notice.ts';

/**
 * What callers are asked for: what the settings name, or everything, as far as the app has it and the text says it.
 *
 * @returns ids, in the order in which they are said
 */
export function purposesAsked(
  { purposes, telephone }: Pick<App, 'purposes' | 'telephone'>,
  text: NoticeText,
): readonly string[] {
  const known = purposes.map(({ purposeId }) => purposeId);
  const named = text.purposes.map(({ purposeId }) => purposeId);
  return (telephone?.purposes ?? named).filter((each) => known.includes(each) && named.includes(each));
}
