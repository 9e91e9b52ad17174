import { describe, expect, test } from 'vitest';
import { renewedBefore } from '../../console/src/session/pool-source.ts';
import { atOnce, maxLogBytes } from '../../dev/functions/functions.ts';
import { keptOpenMs } from '../../dev/machine/loopback-server.ts';
import { keptMs as streamKeptMs } from '../../dev/storage/stream-records.ts';
import { retryPolicy } from '../../lambdas/adapters/aws/scheduler.ts';
import { timeLimit as secretsTimeLimit, shortestKey } from '../../lambdas/adapters/aws/secrets.ts';
import { keptFor as chargesKeptFor } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { keptFor as choicesKeptFor } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import {
  numberBudget,
  period,
  sourceBudget,
  visitBudget,
} from '../../lambdas/adapters/dynamodb/collection/form-limit.ts';
import { errandsKeptFor } from '../../lambdas/adapters/dynamodb/entries/errand-item.ts';
import {
  keptFor as asideKeptFor,
  largest as asideLargest,
} from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { askedKeptFor, keptFor as promptsKeptFor } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { keptFor as sendsKeptFor } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { longestTrail } from '../../lambdas/adapters/dynamodb/places/place-reader.ts';
import { userIdOf } from '../../lambdas/adapters/dynamodb/places/user-id.ts';
import { pageSize as rowsAtOnce } from '../../lambdas/adapters/dynamodb/rows/eligible-rows.ts';
import { rowsAtOnce as rowsInATransaction } from '../../lambdas/adapters/dynamodb/rows/row-keeper.ts';
import { withdrawalsKeptFor } from '../../lambdas/adapters/dynamodb/rows/subject-writes.ts';
import { noticeKey } from '../../lambdas/adapters/dynamodb/table/app-keys.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { keyedHash } from '../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import { attempts, mostItems as mostTransactItems } from '../../lambdas/adapters/dynamodb/table/transaction.ts';
import { timeLimit as smsTimeLimit } from '../../lambdas/adapters/providers/aws-sms/aws-sms-sender.ts';
import { timeLimit as metaTimeLimit } from '../../lambdas/adapters/providers/meta/graph-request.ts';
import { pageSize as metaPage } from '../../lambdas/adapters/providers/meta/message-links.ts';
import { qrPng, quietZone } from '../../lambdas/adapters/qr/qr-code.ts';
import { linkSeconds } from '../../lambdas/adapters/s3/file-links.ts';
import { shards, slots } from '../../lambdas/contract/table.ts';
import { settingsAge } from '../../lambdas/domain/app/portfolios.ts';
import { mostAdPoints } from '../../lambdas/domain/collection/ad-point.ts';
import { mostWords } from '../../lambdas/domain/collection/doubts.ts';
import { fewestForLoss, mostDays } from '../../lambdas/domain/collection/funnel.ts';
import { longestMessage } from '../../lambdas/domain/collection/meta-link-message.ts';
import { linkLifetimes } from '../../lambdas/domain/collection/personal-link.ts';
import { pageLifetime } from '../../lambdas/domain/collection/preference-changes.ts';
import { mostTexts } from '../../lambdas/domain/collection/signup.ts';
import { mostCharacters as utmCharacters, mostNames as utmNames } from '../../lambdas/domain/collection/utm.ts';
import { choiceLifetime } from '../../lambdas/domain/consent/consent-state.ts';
import { confirmationLimit } from '../../lambdas/domain/eligibility/message-rules.ts';
import { TryAgainError } from '../../lambdas/domain/errors.ts';
import { closeOverlap } from '../../lambdas/domain/export/export.ts';
import { mostReportedPairs } from '../../lambdas/domain/identity/reported-pair.ts';
import { mostOfReferral } from '../../lambdas/domain/inbound/bounded-referral.ts';
import { longest as longestAgreement } from '../../lambdas/domain/notice/lint/rules/agreement-length.ts';
import { mostButtons, longest as templateLongest } from '../../lambdas/domain/notice/lint/rules/template-limits.ts';
import { issuedFor } from '../../lambdas/domain/prompts/new-prompt.ts';
import { promptsHoldFor } from '../../lambdas/domain/prompts/prompt.ts';
import { mostAsked } from '../../lambdas/domain/replies/first-contact-question.ts';
import { listsHoldFor } from '../../lambdas/domain/replies/preferences-list.ts';
import { entryPointWindow, serviceWindow } from '../../lambdas/domain/window/customer-service-window.ts';
import { appSettings } from '../../lambdas/edge/api/apps/app.ts';
import { longestGrace } from '../../lambdas/edge/api/keys/key.ts';
import { noticeProposal } from '../../lambdas/edge/api/notices/notice.ts';
import { usualDays } from '../../lambdas/edge/api/points/counts.ts';
import { pointSettings } from '../../lambdas/edge/api/points/point.ts';
import { qrPngQuery } from '../../lambdas/edge/api/points/point-file.ts';
import { withdrawalAge } from '../../lambdas/edge/api/users/user-routes.ts';
import { mostItems } from '../../lambdas/edge/http/bulk.ts';
import { headersOf } from '../../lambdas/edge/http/error-response.ts';
import { plainList } from '../../lambdas/edge/http/list-query.ts';
import { bodyLimit, depthLimit } from '../../lambdas/edge/http/parse-body.ts';
import { formLimit } from '../../lambdas/edge/http/parse-form.ts';
import { validate, validateQuery } from '../../lambdas/edge/http/validate.ts';
import { mostNumbers } from '../../lambdas/edge/pages/parts/number-fields.ts';
import { longestUserAgent } from '../../lambdas/edge/pages/points/seen-notice.ts';
import { maxAge } from '../../lambdas/edge/pages/widget/widget-routes.ts';
import { longestSilence } from '../../lambdas/edge/runtime/consumed.ts';
import { longestInit } from '../../lambdas/edge/runtime/init-phase.ts';
import { searchedPages } from '../../lambdas/use-cases/collection/manage-meta-link.ts';
import { mostLooked, mostTime } from '../../lambdas/use-cases/people/list-users.ts';
import { identifierKey } from '../support/ledger/ledger-bench.ts';
import { testText, testToken } from '../support/pages/collection.ts';
import { promised } from '../support/promised.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const KiB = 1024;
const hash = keyedHash(identifierKey);
const optIn = linkLifetimes['personal-link'];
const preference = linkLifetimes['preference-page'];
const sdkAttempts = await documentTable('none', undefined, { region: 'eu-west-1' }).documents.config.maxAttempts();

/**
 * One row a promise: the page, what it says with `{n}` for each number, and the number or numbers of the code. A page that says
 * another number fails here, and so does a constant that is changed without its pages.
 */
// biome-ignore format: a row is a line, so that two changes of the table do not meet
const numbers: readonly (readonly [page: string, says: string, is: number | readonly number[]])[] = [
  ['docs/architecture.md', 'export-shard x {n}', shards],

  ['docs/people.md', 'takes a new token {n} seconds before the end of the old one', renewedBefore / second],
  ['docs/table.md', '*place* is the keyed hash of an identifier ({n} characters)', hash.place({ kind: 'phone', value: '1' }).length],
  ['docs/table.md', '*u* the random id of a subject ({n} characters)', hash.subjectId('seed').length],
  ['docs/table.md', '*slot* two digits (`hash(u)`, {n} of them)', slots],
  ['docs/table.md', '*shard* `slot % {n}`', shards],
  ['docs/table.md', 'that the reply was sent | {n} days', sendsKeptFor * second / day],
  ['docs/table.md', 'why, by which statement | {n} days', withdrawalsKeptFor / day],
  ['docs/table.md', 'that its charges were counted here | {n} days', chargesKeptFor * second / day],
  ['docs/table.md', 'and who confirmed it | {n} days after it has lapsed', choicesKeptFor / day],
  ['docs/table.md', '`words`, identifiers in `body` | {n} days', errandsKeptFor * second / day],
  ['docs/table.md', 'which errand asked the question of a first contact | {n} days', askedKeptFor * second / day],
  ['docs/table.md', '`madeAt`, `expiresAt` | {n} days after its end', promptsKeptFor / day],
  ['docs/first-contact.md', '| a purpose, within {n} days |', promptsHoldFor / day],
  ['docs/first-contact.md', 'so the first {n} purposes of the notice are asked about', mostAsked],
  ['docs/first-contact.md', 'a message that reaches us more than {n} hours late', serviceWindow / hour],
  ['docs/table.md', 'requests or visits there were in these {n} minutes', period * second / minute],
  ['docs/table.md', '| {n} minutes after the period |', period * second / minute],
  ['docs/table.md', 'longer than {n} KB it goes on in further pieces', asideLargest / KiB],
  ['docs/table.md', 'how many bytes the whole has | {n} days', asideKeptFor * second / day],
  ['docs/table.md', '| version, {n} digits |', noticeKey('acme', 'spring', 1).sk.length],
  ['docs/table.md', 'Settings are remembered by each function for {n} seconds.', settingsAge / second],
  ['docs/table.md', 'are tried up to {n} times with growing random pauses', attempts],
  ['docs/table.md', 'A trail from place to place is followed for at most {n} steps', longestTrail],
  ['docs/table.md', 'identifiers that a caller reported to be the same person\'s (`with`), {n} at most', mostReportedPairs],
  ['docs/table.md', 'a change of identity of more than {n} items', mostTransactItems],
  ['docs/table.md', 'with `st` on their homes, {n} at a time', rowsInATransaction],
  ['docs/problems.md', 'an identifier was reported together with {n} others already', mostReportedPairs],
  ['docs/decisions/0006-homes-pointers-former-holders.md', 'at most {n} steps lead to a person', longestTrail],
  ['docs/table.md', 'the SDK sends a single throttled request up to {n} times', sdkAttempts],
  ['docs/table.md', 'Query `app#E#purpose#shard` for {n} shards', shards],
  ['docs/table.md', 'Query `app#R#shard`, `sk >= time`, for {n} shards', shards],

  ['docs/ads.md', 'An app gets {n} of them', mostAdPoints],
  ['docs/decisions/0066-what-an-ad-and-a-signup-prove.md', '{n} for an app, counted', mostAdPoints],
  ['docs/ads.md', '(headline {n} bytes,', mostOfReferral.headline],
  ['docs/ads.md', 'body and link {n}, click id', mostOfReferral.body],
  ['docs/ads.md', 'body and link {n}, click id', mostOfReferral.sourceUrl],
  ['docs/ads.md', 'click id {n})', mostOfReferral.clickId],
  ['docs/in-app-signup.md', 'We make no more than {n} of them', mostTexts],

  ['docs/api.md', '`limit` 1 to {n} (50 when not given)', 100],
  ['docs/api.md', '`{ "items": […] }`, 1 to {n}, and answers 200', mostItems],
  ['docs/api.md', 'A body is a JSON object of at most {n} KiB.', bodyLimit / KiB],
  ['docs/api.md', 'Settings of an app are remembered for up to {n} seconds', settingsAge / second],
  ['docs/api.md', 'is accepted `graceSeconds` more (0 when not given, at most {n})', longestGrace],
  ['docs/api.md', 'since `since` (at most {n} days back)', withdrawalAge / day],

  ['docs/runbook.md', 'a confirmation after {n} minutes is not allowed', confirmationLimit / minute],
  ['docs/runbook.md', 'when the table answers nothing for {n} seconds', longestSilence / 1000],
  ['docs/runbook.md', 'could not start an export, after trying for up to {n} hours', retryPolicy.MaximumEventAgeInSeconds * second / hour],
  ['docs/runbook.md', 'Form posts are also counted by address ({n} in {n} minutes), by number ({n} a day and app)', [sourceBudget, period * second / minute, numberBudget]],
  ['docs/runbook.md', 'lies aside for {n} days', asideKeptFor * second / day],
  ['docs/runbook.md', 'Imports: send bulk calls of {n} one after the other', mostItems],

  ['docs/exports.md', 'every withdrawal since {n} minutes before the export was planned', closeOverlap / minute],
  ['docs/exports.md', 'The links need no key and hold for {n} minutes', linkSeconds * second / minute],
  ['docs/exports.md', 'A tick that cannot be delivered is tried for {n} hours', retryPolicy.MaximumEventAgeInSeconds * second / hour],
  ['docs/exports.md', '`shard` ({n} of them', shards],
  ['docs/exports.md', 'reads the eligible rows of its shard {n} at a time', rowsAtOnce],
  ['docs/exports.md', 'No step holds more than {n} people', 2 * rowsAtOnce],

  ['docs/links-and-qr.md', 'with a quiet zone of {n} squares on each side', quietZone],
  ['docs/links-and-qr.md', 'Meta takes {n} characters.', longestMessage],
  ['docs/links-and-qr.md', 'finds the link by its token (among the first {n})', searchedPages * metaPage],
  ['docs/links-and-qr.md', 'at most {n} a page', metaPage],
  ['docs/links-and-qr.md', 'Meta does not answer in {n} seconds', metaTimeLimit / second],

  ['docs/personal-links.md', '| opt-in link | {n} days | {n} hour | {n} days |', [optIn.usual / day, optIn.least / hour, optIn.most / day]],
  ['docs/personal-links.md', '| preference link | {n} days | {n} days | {n} days |', [preference.usual / day, preference.least / day, preference.most / day]],
  ['docs/personal-links.md', '(United States, CAN-SPAM) or {n} days (Canada, CASL)', preference.least / day],
  ['docs/personal-links.md', '{n} days also cover mail that is sent once a year', preference.usual / day],
  ['docs/personal-links.md', 'takes 1 to {n} items', mostItems],
  ['docs/personal-links.md', 'sends a page that is older than {n} hours', pageLifetime / hour],
  ['docs/personal-links.md', 'One address may post {n} of these forms in {n} minutes', [sourceBudget, period * second / minute]],

  ['docs/preference-page.md', 'when the page is {n} hours old', pageLifetime / hour],
  ['docs/in-the-thread.md', 'in the first {n} hours of the list', listsHoldFor / hour],
  ['docs/in-the-thread.md', 'to {n} days, {n} days when nothing is said', [issuedFor.most / day, issuedFor.usual / day]],
  ['docs/decisions/0060-switches-in-the-thread.md', 'for {n} hours, as long as a preference page', listsHoldFor / hour],

  ['docs/double-opt-in.md', 'A choice lapses after {n} hours.', choiceLifetime / hour],
  ['docs/double-opt-in.md', 'an act that is more than {n} hours old', choiceLifetime / hour],
  ['docs/double-opt-in.md', 'or more than {n} words', mostWords],
  ['docs/double-opt-in.md', '{n} hours after the person was asked, `pending` is over', choiceLifetime / hour],
  ['docs/double-opt-in.md', 'A choice is kept for {n} days after it has lapsed', choicesKeptFor / day],
  ['docs/points.md', 'also one without anything; at most {n} at once', mostDays],
  ['docs/points.md', 'without `from` the {n} days until then. A day', usualDays],
  ['docs/points.md', 'It is `null` with fewer than {n} at the first step', fewestForLoss],

  ['docs/eligibility.md', '`…/eligibility/bulk` for up to {n}', mostItems],
  ['docs/eligibility.md', 'the confirmation goes out on the channel of the stop, within {n} minutes', confirmationLimit / minute],
  ['docs/eligibility.md', 'says until when, {n} hours after the person was asked', choiceLifetime / hour],
  ['docs/eligibility.md', '| {n} hours after the last message or call', serviceWindow / hour],
  ['docs/eligibility.md', 'it is sent, or {n} minutes pass', confirmationLimit / minute],
  ['docs/eligibility.md', 'by its own time, is less than {n} hours old', serviceWindow / hour],
  ['docs/eligibility.md', 'The free entry point ({n} hours after our reply to an ad click)', entryPointWindow / hour],

  ['docs/widget.md', 'a choice, for {n} hours', choiceLifetime / hour],
  ['docs/widget.md', 'its `utm_…` parameters ({n} at most)', utmNames],
  ['docs/widget.md', 'Browsers keep it for {n} minutes.', maxAge * second / minute],
  ['docs/widget.md', 'One address may send {n} forms in {n} minutes', [sourceBudget, period * second / minute]],

  ['docs/problems.md', 'nested deeper than {n} levels', depthLimit],
  ['docs/problems.md', 'An API body may have {n} KiB.', bodyLimit / KiB],
  ['docs/problems.md', 'withdrawals are kept for {n} days', withdrawalsKeptFor / day],
  ['docs/problems.md', 'may post {n} forms in {n} minutes', [sourceBudget, period * second / minute]],
  ['docs/problems.md', '503 with `Retry-After`, {n} second', new TryAgainError('busy').retryAfterSeconds],
  ['docs/problems.md', '{n} when the store is throttled', Number(headersOf(Object.assign(new Error(), { name: 'ThrottlingException' }))['retry-after'])],

  ['docs/pages.md', 'a country picker and up to {n} numbers', mostNumbers],
  ['docs/pages.md', '`utm_…`: {n} names, {n} characters each', [utmNames, utmCharacters]],
  ['docs/pages.md', 'User agent: {n} characters', longestUserAgent],
  ['docs/pages.md', '{n} forms in {n} minutes for each IPv4 address', [sourceBudget, period * second / minute]],
  ['docs/pages.md', '{n} requests a day for each number and app', numberBudget],
  ['docs/pages.md', 'an opened widget) are counted {n} times in {n} minutes for a source', [visitBudget, period * second / minute]],
  ['docs/pages.md', 'a form has at most {n} KiB', formLimit / KiB],

  ['docs/deploy.md', 'Secrets Manager, text of {n} characters or more', shortestKey],
  ['docs/notices.md', 'The agreement may have {n} characters', longestAgreement],
  ['docs/linter.md', '{n} characters fit into a chat', longestAgreement],
  ['docs/linter.md', 'Meta takes body {n}, footer {n}, button {n} characters, {n} buttons', [templateLongest.body ?? 0, templateLongest.footer ?? 0, templateLongest.button ?? 0, mostButtons]],
  ['docs/opt-out-keywords.md', 'one confirmation within {n} minutes', confirmationLimit / minute],
  ['docs/local-mode.md', 'so {n} forms in {n} minutes', [sourceBudget, period * second / minute]],

  ['docs/performance.md', 'deals with {n} events at once', [atOnce]],
  ['docs/performance.md', 'Stream records go after {n} hours, the log is cut at {n} MB, and a connection stays open for {n} minutes', [streamKeptMs / hour, maxLogBytes / 1e6, keptOpenMs / minute]],
  ['docs/glossary.md', '| {n} hours after the person\'s last message or call on WhatsApp', serviceWindow / hour],
  ['docs/glossary.md', '| {n} hours after our reply to an ad click', entryPointWindow / hour],
  ['docs/glossary.md', 'was lost, moved or braked. Kept {n} days', withdrawalsKeptFor / day],
  ['docs/glossary.md', '| reference | {n} letters', testToken(1).length],
  ['docs/glossary.md', 'one of {n} fixed slots', slots],
  ['docs/glossary.md', 'slots map to {n} shards', shards],

  ['docs/decisions/0003-no-meaning-in-ttl.md', 'stands on window items (when both windows have closed), withdrawal rows ({n} days)', withdrawalsKeptFor / day],
  ['docs/decisions/0003-no-meaning-in-ttl.md', 'sends ({n} days)', sendsKeptFor * second / day],
  ['docs/decisions/0036-one-reader-that-hands-on.md', 'Markers live for {n} days', sendsKeptFor * second / day],
  ['docs/decisions/0003-no-meaning-in-ttl.md', 'charge markers ({n} days)', chargesKeptFor * second / day],
  ['docs/decisions/0003-no-meaning-in-ttl.md', 'choices ({n} days after they lapse)', choicesKeptFor / day],
  ['docs/decisions/0003-no-meaning-in-ttl.md', 'limits of forms ({n} minutes after their period)', period * second / minute],
  ['docs/decisions/0003-no-meaning-in-ttl.md', 'what is kept aside ({n} days)', asideKeptFor * second / day],
  ['docs/decisions/0006-homes-pointers-former-holders.md', 'The `userId` is long ({n} characters)', userIdOf(hash.place({ kind: 'phone', value: '1' }), hash.subjectId('seed')).length],
  ['docs/decisions/0011-exports-concatenate-and-close.md', 'Each of {n} shards writes one part', shards],
  ['docs/decisions/0011-exports-concatenate-and-close.md', 'chunks of up to {n} people', rowsAtOnce],
  ['docs/decisions/0011-exports-concatenate-and-close.md', 'from {n} minutes before the plan', closeOverlap / minute],
  ['docs/decisions/0012-replies-sent-once.md', 'must come within {n} minutes', confirmationLimit / minute],
  ['docs/decisions/0012-replies-sent-once.md', 'then sends, once and for {n} seconds', metaTimeLimit / second],
  ['docs/decisions/0012-replies-sent-once.md', 'then sends, once and for {n} seconds', smsTimeLimit / second],
  ['docs/decisions/0013-secrets-outside-the-stack.md', 'or at their first event, within {n} seconds', secretsTimeLimit / second],
  ['docs/decisions/0075-dependencies-in-init.md', 'INIT waits {n} seconds', longestInit / second],
  ['docs/decisions/0015-local-clock-offset.md', 'Links stay valid for their true {n} minutes', linkSeconds * second / minute],
  ['docs/decisions/0017-counts-from-the-ledger.md', 'Markers are kept for {n} days', chargesKeptFor * second / day],
  ['docs/decisions/0018-the-phone-confirms-with-the-sentence.md', 'and kept for {n} days more', choicesKeptFor / day],
  ['docs/decisions/0018-the-phone-confirms-with-the-sentence.md', 'Pending ends after {n} hours', choiceLifetime / hour],
  ['docs/decisions/0053-lists-that-say-how-far-they-looked.md', 'A call looks at {n} people at most', mostLooked],
  ['docs/decisions/0053-lists-that-say-how-far-they-looked.md', 'begins no other read after {n} seconds', mostTime / second],
  ['docs/api.md', 'A call looks at {n} people at most', mostLooked],
];

const letters = (count: number) => 'a'.repeat(count);
const texts = (count: number) => {
  const tags = Array.from({ length: 26 * 26 }, (_, index) => [index % 26, Math.floor(index / 26)] as const);
  return tags.slice(0, count).map(([a, b]) => testText({ locale: `${String.fromCharCode(97 + a, 97 + b)}` }));
};
const app = (more: object) => validate(appSettings, { appId: 'acme', displayName: 'Acme', ...more });
const point = (more: object) => validate(pointSettings, { kind: 'link', name: 'Shop', ...more });
const notice = (more: object) => validate(noticeProposal, { noticeId: 'spring', texts: texts(1), ...more });
const list = (limit: number) => validateQuery(plainList, { limit: String(limit) });
const size = (pixels: number) => validateQuery(qrPngQuery, { size: String(pixels) });

/** The same for what requests may hold: the number itself is taken, the next one beyond it is refused. */
// biome-ignore format: a row is a line
const bounds: readonly (readonly [page: string, says: string, bound: 'least' | 'most', taken: (count: number) => unknown])[] = [
  ['docs/api.md', '`appId` is chosen once: {n} to 31', 'least', (count) => app({ appId: letters(count) })],
  ['docs/api.md', '`appId` is chosen once: 2 to {n} lower-case', 'most', (count) => app({ appId: letters(count) })],
  ['docs/api.md', '`limit` {n} to 100 (50 when not given)', 'least', list],
  ['docs/api.md', '`limit` 1 to {n} (50 when not given)', 'most', list],
  ['docs/problems.md', '`limit` is 1 to {n}', 'most', list],
  ['docs/problems.md', 'the `size` of a QR code {n} to 2048', 'least', size],
  ['docs/problems.md', 'the `size` of a QR code 128 to {n}', 'most', size],
  ['docs/links-and-qr.md', '`size` is for PNG only: {n} to 2048 pixels', 'least', (pixels) => qrPng('a', pixels)],
  ['docs/links-and-qr.md', '`size` is for PNG only: 128 to {n} pixels', 'most', (pixels) => qrPng('a', pixels)],
  ['docs/points.md', 'for you, up to {n} characters', 'most', (count) => point({ name: letters(count) })],
  ['docs/points.md', 'goes into the evidence, up to {n} characters', 'most', (count) => point({ campaign: letters(count) })],
  ['docs/points.md', 'by somebody who ticked nothing, up to {n} characters', 'most', (count) => point({ greeting: letters(count) })],
  ['docs/notices.md', 'chosen by you: {n} to 60', 'least', (count) => notice({ noticeId: letters(count) })],
  ['docs/notices.md', 'chosen by you: 2 to {n} lower-case', 'most', (count) => notice({ noticeId: letters(count) })],
  ['docs/notices.md', 'one a language, {n} to 40', 'least', (count) => notice({ texts: texts(count) })],
  ['docs/notices.md', 'one a language, 1 to {n}.', 'most', (count) => notice({ texts: texts(count) })],
];

/** And for what is taken when nothing is said. */
const unsaid: readonly (readonly [page: string, says: string, is: number])[] = [
  ['docs/api.md', '`limit` 1 to 100 ({n} when not given)', validateQuery(plainList, {}).limit],
  ['docs/links-and-qr.md', 'pixels, {n} when not given', validateQuery(qrPngQuery, {}).size],
];

/** What an operation costs: docs/table.md is asserted by the capacity test; other pages say the same in their own words. */
const requestsAndUnits = (operation: string) => promised('docs/table.md', `| ${operation} | {n} | {n} | {n} |`);
// biome-ignore format: a row is a line
const costsElsewhere: readonly (readonly [says: string, operation: string])[] = [
  ['Inbound message, window open, by wa_id, by BSUID or by both', 'inbound, window open, by wa_id'],
  ['Inbound message, window open, by wa_id, by BSUID or by both', 'inbound, window open, by both identifiers'],
  ['Inbound message, window open, by wa_id, by BSUID or by both', 'inbound, window open, by BSUID'],
  ['Inbound message, duplicate or older (refused; AWS charges the refused write too)', 'inbound, duplicate'],
  ['Inbound message that opens a window of a known person', 'inbound that opens a window'],
  ['The point of an ad that is known, beside its chat', 'ad that is known'],
  ['The point of an ad seen for the first time', 'ad seen for the first time'],
  ['First opt-in ever, 1 purpose', 'first-ever opt-in, 1 purpose'],
  ['Opt-in, 2 purposes flip', 'opt-in, 2 purposes flip'],
  ['Opt-in repeated, nothing flips', 'opt-in repeated, no flip'],
  ['Opt-in by another identifier than the first known', 'opt-in by the other identifier'],
  ['Opt-out of one purpose', 'opt-out of one purpose'],
  ['Opt-out of everything, 2 purposes flip', 'opt-out of all, 2 flip'],
  ['Opt-out again, nothing flips', 'opt-out again, no flip'],
  ['Retry of a statement', 'retry of a statement'],
  ['Charges of a ledger entry, for each point', 'charges of a ledger entry, for each point'],
  ['Charges of 90 entries at one point, together', 'charges of 90 entries at one point'],
  ['Check by the identifier first known', 'check by the first-known identifier'],
  ['Check by another identifier', 'check by another identifier'],
  ['Bulk check of 100, template', 'bulk check of 100, template'],
  ['Bulk check of 100, free-form', 'bulk check of 100, free-form'],
  ['Bulk check of 100 by BSUID, template', 'bulk check of 100 by BSUID, template'],
  ['Bulk check of 100 by BSUID, free-form', 'bulk check of 100 by BSUID, free-form'],
];

describe('the numbers that the docs promise', () => {
  test.each(costsElsewhere)('docs/performance.md, as docs/table.md: %s (%s)', (says, operation) => {
    expect(promised('docs/performance.md', `| ${says} | {n} | {n} | {n} |`)).toEqual(requestsAndUnits(operation));
  });

  test.each([...numbers, ...unsaid])('%s: %s', (page, says, is) => {
    expect(promised(page, says)).toEqual([is].flat());
  });

  test.each(bounds)('%s: %s (the %s)', (page, says, bound, taken) => {
    const [promise = Number.NaN] = promised(page, says);
    expect(() => taken(promise)).not.toThrow();
    expect(() => taken(bound === 'most' ? promise + 1 : promise - 1)).toThrow();
  });

  test('a sentence that has lost its number, or says it twice, is not found', () => {
    expect(() => promised('docs/table.md', 'no such sentence of {n} days')).toThrow('0 times');
    expect(() => promised('docs/table.md', '| Get')).toThrow();
  });
});
