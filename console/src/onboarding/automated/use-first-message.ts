import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import type { Values } from '../../kit/values.ts';
import { greetingsIn, noticeAt, type Setting } from './setting.ts';

type Draft = Required<Pick<Setting, 'noticeId'>> & Pick<Setting, 'greetings'>;

async function preview(appId: string, body: Draft) {
  const path = { appId };
  const { texts, findings, obstacles } = await dataOf(
    api.POST('/v1/apps/{appId}/automated-message/preview', { params: { path }, body }),
  );
  const locales = (body.greetings ?? []).map(({ locale }) => locale);
  // Where a finding is, in the languages that were asked about.
  const localeOf = (pointer: string) => locales[Number(/^\/greetings\/(\d+)/.exec(pointer)?.[1] ?? -1)] ?? '';
  return {
    texts,
    obstacles,
    findings: findings.map((finding) => ({ ...finding, locale: localeOf(finding.pointer) })),
  };
}

export type FirstMessage = Awaited<ReturnType<typeof preview>>;
export type FirstText = FirstMessage['texts'][number];

/** So long nobody may have typed before it is asked for, in milliseconds. */
const pause = 400;

/** What somebody would be asked with the words that are typed now, a moment later; until it is here, with those before. */
export function useFirstMessage(values: Values) {
  const { appId } = useApp();
  const noticeId = values[noticeAt] ?? '';
  const greetings = greetingsIn(values);
  const now = JSON.stringify({ noticeId, ...(greetings.length > 0 && { greetings }) });
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), pause);
    return () => clearTimeout(timer);
  }, [now]);
  const message = useQuery({
    queryKey: ['first-message', appId, settled],
    queryFn: () => preview(appId, JSON.parse(settled) as Draft),
    enabled: noticeId !== '' && settled.includes(JSON.stringify(noticeId)),
    placeholderData: (before) => (noticeId === '' ? undefined : before),
  });
  return { message, isBehind: settled !== now || message.isFetching };
}
