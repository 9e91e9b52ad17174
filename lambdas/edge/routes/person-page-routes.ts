import { UnreadableInputError } from '../../domain/errors.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../http-endpoint.ts';
import { isOneClick } from '../requests/personal-form.ts';
import { openLink } from './opened-link.ts';
import { answerPersonalOptIn, type PersonalOptInDeps, showPersonalOptIn } from './personal-opt-in.ts';
import { answerOneClick, answerPreferences, type PreferenceDeps, showPreferences } from './preferences.ts';

export type PersonPageDeps = PersonalOptInDeps & PreferenceDeps;

/** The pages behind personal links. Whoever has the link is taken for the person; nothing else says who is meant. */
export function personPageRoutes(deps: PersonPageDeps): RouteTable {
  return { 'GET /me/{link}': (request) => show(deps, request), 'POST /me/{link}': (request) => answer(deps, request) };
}

async function show(deps: PersonPageDeps, request: HttpRequest): Promise<HttpResponse> {
  const opened = await openLink(deps, request);
  return opened.link.kind === 'personal-link'
    ? showPersonalOptIn(deps, opened, request)
    : showPreferences(deps, opened, request);
}

async function answer(deps: PersonPageDeps, request: HttpRequest): Promise<HttpResponse> {
  const opened = await openLink(deps, request);
  const isPreferences = opened.link.kind === 'preference-page';
  if (isPreferences && isOneClick(request.bytes())) return answerOneClick(deps, opened, request);
  // What somebody ticks counts only where it was shown to them, not when another site posts it for them.
  if (request.headers['sec-fetch-site'] === 'cross-site')
    throw new UnreadableInputError('The form is not of our page.');
  return isPreferences ? answerPreferences(deps, opened, request) : answerPersonalOptIn(deps, opened, request);
}
