import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { Copyable } from '../kit/copyable.tsx';
import { useWords } from '../words/use-words.ts';
import type { Point } from './points.ts';
import { pointsWords } from './words/points-words.ts';

/** How links for one person each are made: by a program that sends mails or SMS, or here for one person. */
export function PersonalCode({ point: { pointId, kind } }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { appId } = useApp();
  const call = `curl -X POST ${location.origin}/v1/apps/${appId}/personal-links \\
  -H "Authorization: Bearer $KEY" -H "content-type: application/json" \\
  -d '{ "user": { "phone": "+52 55 1234 5678" }, "pointId": "${pointId}" }'`;
  return (
    <section class="panel">
      <h2>{t.personal}</h2>
      <p>{kind === 'preference-page' ? t.preferenceWhy : t.personalWhy}</p>
      {kind === 'preference-page' && (
        <p>
          <Link href={`~/console/apps/${appId}/users`}>{t.preferenceHere}</Link>
        </p>
      )}
      <Copyable label={t.personalCall} text={call} hint={t.personalHint} as="code" />
    </section>
  );
}
