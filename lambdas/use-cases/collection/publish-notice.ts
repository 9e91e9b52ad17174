import type { App } from '../../domain/app/app.ts';
import { lint } from '../../domain/notice/lint/lint.ts';
import type { LocalLaw } from '../../domain/notice/lint/lint-document.ts';
import type { NoticeText, NoticeVersion, WordingProfile } from '../../domain/notice/notice.ts';
import { NoticeRefusedError } from '../../domain/notice/notice-refused-error.ts';
import type { Clock } from '../ledger/ports.ts';
import type { NoticeStore } from './ports.ts';

export interface PublishDeps {
  readonly notices: Pick<NoticeStore, 'publish'>;
  readonly now: Clock;
}

/** Words to be published, and what they are measured by. */
export interface NoticeProposal {
  readonly noticeId: string;
  readonly profile: WordingProfile;
  readonly laws: readonly LocalLaw[];
  readonly texts: readonly NoticeText[];
}

/**
 * Publishes the next version of a notice, unless the linter finds an error in it; warnings are kept with the version.
 *
 * @param keyId the API key that publishes
 * @throws NoticeRefusedError with every error of the linter; AlreadyExistsError when somebody else published meanwhile
 */
export async function publishNotice(
  { notices, now }: PublishDeps,
  app: App,
  { noticeId, profile, laws, texts }: NoticeProposal,
  keyId: string,
): Promise<{ readonly notice: NoticeVersion; readonly isNew: boolean }> {
  const findings = lint({ kind: 'notice', texts, purposes: app.purposes }, { profile, laws });
  if (findings.some(({ severity }) => severity === 'error')) throw new NoticeRefusedError(findings);
  return notices.publish({
    appId: app.appId,
    noticeId,
    profile,
    texts,
    warnings: findings,
    publishedAt: now(),
    publishedBy: keyId,
  });
}
