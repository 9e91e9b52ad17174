import type { App } from '../../domain/app/app.ts';
import { pointIdOf, tokenOf } from '../../domain/collection/collection-point.ts';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';
import { languageOf } from '../../domain/languages/language.ts';
import { lintGreeting } from '../../domain/notice/lint/lint-greeting.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import { purposesAsked } from '../../domain/telephone/purposes-asked.ts';
import type { NoticeStore, PointStore } from '../collection/ports.ts';

export interface CheckTelephoneDeps {
  readonly notices: Pick<NoticeStore, 'latest'>;
  readonly points: Pick<PointStore, 'find'>;
}

const at = '/telephone';

/**
 * Lets an app ask callers only what it may: under a notice that is published and names what is asked for, in words that the linter takes,
 * counted at points of its own. What is switched off is not looked at.
 *
 * @throws InvalidInputError with all that is wrong
 */
export async function checkTelephone({ notices, points }: CheckTelephoneDeps, app: App): Promise<void> {
  const { telephone } = app;
  if (telephone === undefined) return;
  const isOn = telephone.missedCalls?.enabled === true || telephone.ivr?.enabled === true;
  if (!isOn) return;
  const faults: Fault[] = [];
  if (telephone.numbers.length === 0) faults.push(fault('/numbers', 'required', 'Name the numbers that people call.'));
  const version = telephone.noticeId === undefined ? undefined : await notices.latest(app.appId, telephone.noticeId);
  if (telephone.noticeId === undefined) faults.push(fault('/noticeId', 'required', 'Name the notice whose words ask.'));
  else if (version === undefined)
    faults.push(fault('/noticeId', 'unknown-notice', 'There is no published notice of this name.'));
  else faults.push(...noticeFaults(app, version), ...greetingFaults(app, version));
  const kinds = [
    ['missed-call', '/missedCalls/pointId', telephone.missedCalls?.pointId],
    ['ivr', '/ivr/pointId', telephone.ivr?.pointId],
  ] as const;
  for (const [kind, pointer, pointId] of kinds) {
    if (pointId === undefined) continue;
    const point = (await points.find(tokenOf(pointId)))?.point;
    if (point === undefined || point.appId !== app.appId || point.pointId !== pointIdOf(tokenOf(pointId)))
      faults.push(fault(pointer, 'unknown-point', 'The app has no such collection point.'));
    else if (point.kind !== kind)
      faults.push(fault(pointer, 'not-for-this-kind', `This must be a collection point of the kind ${kind}.`));
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function noticeFaults(app: App, { texts }: NoticeVersion): Fault[] {
  const { purposes = [], welcome = [] } = app.telephone ?? {};
  const unknown = purposes.flatMap((purposeId, index) =>
    app.purposes.some((each) => each.purposeId === purposeId)
      ? []
      : [fault(`/purposes/${index}`, 'unknown-purpose', 'The app has no such purpose.')],
  );
  const silent = texts
    .filter((text) => purposesAsked(app, text).length === 0)
    .map(({ locale }) =>
      fault('/noticeId', 'no-purposes', `The ${locale} text of the notice names nothing that callers are asked for.`),
    );
  const without = welcome.flatMap(({ locale }, index) =>
    texts.some((text) => text.locale === locale)
      ? []
      : [fault(`/welcome/${index}/locale`, 'unknown-notice-locale', 'The notice has no text in this language.')],
  );
  const translated = welcome.flatMap(({ locale, language }, index) =>
    languageOf(locale) === languageOf(language)
      ? []
      : [
          fault(
            `/welcome/${index}/language`,
            'other-language',
            'The template must have the words of the text, in its language.',
          ),
        ],
  );
  return [...unknown, ...silent, ...without, ...translated];
}

function greetingFaults(app: App, { texts }: NoticeVersion): Fault[] {
  const names = (locale: string) => [
    app.displayName,
    ...texts.filter((text) => languageOf(text.locale) === languageOf(locale)).map(({ businessName }) => businessName),
  ];
  return (app.telephone?.ivr?.greetings ?? []).flatMap((greeting, index) =>
    lintGreeting(greeting, names(greeting.locale), `/ivr/greetings/${index}/text`)
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer, detail, fix }) => fault(pointer, 'wording', `${detail} ${fix}`)),
  );
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer: `${at}${pointer}`, code, detail };
}
