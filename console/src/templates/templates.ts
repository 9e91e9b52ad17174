import { useQuery } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import type { Speech } from '../words/speech.ts';

export type Template = components['schemas']['Template'];
export type TemplateWithHistory = components['schemas']['TemplateWithHistory'];

/** Every template of an app, by name: there are 250 at most, or 6,000 of a large business. */
export async function allTemplates(appId: string): Promise<readonly Template[]> {
  const found: Template[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const page: { data: readonly Template[]; nextCursor: string | null } = await dataOf(
      api.GET('/v1/apps/{appId}/templates', { params: { path: { appId }, query } }),
    );
    found.push(...page.data);
    cursor = page.nextCursor;
  }
  return found.sort((a, b) => (`${a.name} ${a.language}` < `${b.name} ${b.language}` ? -1 : 1));
}

export function useTemplate(templateId: string) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['template', appId, templateId],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/templates/{templateId}', { params: { path: { appId, templateId } } })),
  });
}

/** The name of a purpose, kept apart from the sentence that it stands in. */
export function namedPurpose({ purposes }: App, purposeId: string): string {
  return `⁨${purposes.find((each) => each.purposeId === purposeId)?.name ?? purposeId}⁩`;
}

/** A day and a time on it, as a sentence names them. */
export function whenIn({ date, time }: Speech, at: string): string {
  return `${date(new Date(at))}, ${time(new Date(at))}`;
}

/** Whether a purpose is marketing now. */
export function isMarketing({ purposes }: App, purposeId: string | undefined): boolean {
  return purposes.some((each) => each.purposeId === purposeId && each.category === 'marketing');
}
