import type { Source } from '../../domain/consent/statement.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import {
  type PeopleByNumberDeps,
  type PersonByNumber,
  peopleByNumber,
} from '../../use-cases/gupshup/people-by-number.ts';
import type { Cursors } from '../http/cursor.ts';
import type { HttpRequest, HttpResponse } from '../http/http-request.ts';
import { positions } from '../http/positions.ts';
import { planOf } from '../numbers/numbering-plan.ts';
import { credentialsOf, type gupshupCaller } from './gupshup-caller.ts';

/** People on a page, where pages are asked for. */
const mostOnAPage = 1000;
/** What the whole list counts: it reads what so many checks read. */
const wholeList = 500;

/** The list of people in Gupshup's shape: all of them, or page by page where `limit` says so. */
export function usersAct(
  deps: PeopleByNumberDeps & { readonly cursors: Cursors },
  callerOf: ReturnType<typeof gupshupCaller>,
) {
  return async (request: HttpRequest<'appName'>): Promise<HttpResponse> => {
    const limit = limitIn(request.rawQuery.limit);
    const cost = { units: limit ?? wholeList, isNo: false };
    const { app } = await callerOf(credentialsOf(request), 'users:read', cost);
    const list = ['gupshup-users', app.appId];
    const from = await deps.cursors.open(
      list,
      limit === undefined ? undefined : request.rawQuery.cursor,
      positions.users,
    );
    const { people, next } = await peopleByNumber(deps, app, { limit, from });
    const users = people.map(userOf);
    if (limit === undefined) return { status: 200, body: { status: 'success', users } };
    const nextCursor = next === undefined ? null : await deps.cursors.seal(list, next);
    return { status: 200, body: { status: 'success', users, nextCursor } };
  };
}

function limitIn(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (limit >= 1 && limit <= mostOnAPage) return limit;
  const detail = `limit must be a number from 1 to ${mostOnAPage}.`;
  throw new InvalidInputError([{ pointer: 'limit', code: 'out-of-range', detail }]);
}

/** A row of the list, spelt as Gupshup spells it. */
function userOf({ phone, answer, source, since, lastInboundAt }: PersonByNumber) {
  const countryCode = planOf(phone)?.callingCode ?? '';
  return {
    countryCode,
    lastMessageTimeStamp: lastInboundAt ?? 0,
    optinSource: sourceName(source),
    optinStatus: answer === 'yes' ? 'OPT_IN' : 'OPT_OUT',
    optinTimeStamp: since,
    phoneCode: phone.slice(countryCode.length),
  };
}

/** Gupshup has few names: a link or chat, a text message, and what a program reports. */
function sourceName(source: Source | undefined): 'URL' | 'SMS' | 'API' {
  if (source === 'sms-keyword') return 'SMS';
  return source !== undefined && ownActs.has(source) ? 'URL' : 'API';
}

const ownActs: ReadonlySet<Source> = new Set([
  'web-form',
  'whatsapp-message',
  'whatsapp-button',
  'whatsapp-platform',
  'preference-page',
  'personal-link',
  'in-app-signup',
]);
