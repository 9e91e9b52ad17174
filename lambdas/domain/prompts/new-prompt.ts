import type { App } from '../app/app.ts';
import { unknownPurposes } from '../app/unknown-purposes.ts';
import { type AskedLifetime, askedExpiry } from '../collection/new-personal-link.ts';
import { type Fault, InvalidInputError } from '../errors.ts';
import { type NoticeVersion, shownNotice } from '../notice/notice.ts';
import type { Milliseconds } from '../time.ts';
import type { Prompt } from './prompt.ts';

/** Payloads as they are asked for: what a template with quick replies, or a Flow, will show to one person. */
export interface AskedPrompt {
  readonly noticeId: string;
  readonly noticeVersion: number;
  readonly noticeLocale: string;
  /** At least one. */
  readonly purposes: readonly string[];
  readonly expiresAt?: Milliseconds | undefined;
  readonly validForHours?: number | undefined;
  /** The API key by which they are issued. */
  readonly keyId: string;
}

/** What is found of what a prompt names. */
export interface FoundForPrompt {
  readonly app: App;
  /** The person; undefined = nothing is recorded of them. */
  readonly subjectId: string | undefined;
  /** The version, or the highest one below it; undefined = the app has no such notice. */
  readonly nearest: NoticeVersion | undefined;
}

const hour = 60 * 60 * 1000;

/** How long issued payloads opt in, in milliseconds. A template is answered within days; an old one in a chat must not opt in for years. */
export const issuedFor: AskedLifetime = {
  usual: 30 * 24 * hour,
  least: hour,
  most: 30 * 24 * hour,
  called: 'These payloads',
};

/**
 * The prompt that is asked for.
 *
 * @param code new, and nobody can guess it
 * @throws InvalidInputError with all faults
 */
export function newPrompt(
  asked: AskedPrompt,
  { app, subjectId, nearest }: FoundForPrompt,
  code: string,
  now: Milliseconds,
): Prompt {
  const { noticeVersion, noticeLocale, purposes, keyId } = asked;
  const expiry = askedExpiry(asked, issuedFor, now);
  const notice = nearest?.version === noticeVersion ? nearest : undefined;
  const text = notice?.texts.find(({ locale }) => locale.toLowerCase() === noticeLocale.toLowerCase());
  const named = purposes.map((purposeId, place) => ({ pointer: `/purposes/${place}`, purposeId }));
  const undescribed = named.filter(
    ({ purposeId }) => text !== undefined && !text.purposes.some((purpose) => purpose.purposeId === purposeId),
  );
  const unknown = unknownPurposes(app, named);
  const faults: readonly Fault[] = [
    ...(subjectId === undefined ? [unknownUser] : []),
    ...(nearest === undefined ? [fault('/noticeId', 'unknown-notice', 'The app has no such notice.')] : []),
    ...(nearest !== undefined && notice === undefined
      ? [fault('/noticeVersion', 'unknown-notice-version', 'The notice has no such version.')]
      : []),
    ...(notice !== undefined && text === undefined
      ? [fault('/noticeLocale', 'unknown-notice-locale', 'The version has no text in this language.')]
      : []),
    ...(unknown.length > 0 ? unknown : undescribed.map(({ pointer }) => fault(pointer, 'not-in-notice', notDescribed))),
    ...('fault' in expiry ? [expiry.fault] : []),
  ];
  if (subjectId === undefined || notice === undefined || text === undefined || 'fault' in expiry || faults.length > 0) {
    throw new InvalidInputError(faults);
  }
  const { expiresAt } = expiry;
  const { appId } = app;
  const shown = shownNotice(notice, text);
  return { code, appId, subjectId, kind: 'issued', purposes, notice: shown, madeAt: now, expiresAt, madeBy: keyId };
}

const notDescribed = 'The text of the notice does not name this purpose: nobody can agree to what is not said.';

/** Payloads are for one person. Whoever gets a template has agreed to something, and that is on record. */
const unknownUser: Fault = {
  pointer: '/user',
  code: 'unknown-user',
  detail: 'Nothing is recorded of this user yet. Record first what they agreed to.',
};

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}
