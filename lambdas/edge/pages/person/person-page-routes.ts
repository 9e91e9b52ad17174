import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { mustBeOwnForm } from '../../http/own-form.ts';
import { openLink } from './opened-link.ts';
import { isOneClick, isStop } from './parse-personal-form.ts';
import { answerPersonalOptIn, type PersonalOptInDeps, showPersonalOptIn } from './personal-opt-in.ts';
import { answerOneClick, answerPreferences, ownForm, type PreferenceDeps, showPreferences } from './preferences.ts';

export interface PersonPageDeps extends PersonalOptInDeps, PreferenceDeps {
  readonly formLimit: FormLimit;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** The pages behind personal links. Whoever has the link is taken for the person; nothing else says who is meant. */
export function personPageRoutes(deps: PersonPageDeps): RouteTable {
  return {
    'GET /me/{link}': (request) => show(deps, request),
    'POST /me/{link}': (request) => answer(deps, request),
  };
}

async function show(deps: PersonPageDeps, request: HttpRequest<'link'>): Promise<HttpResponse> {
  const opened = await openLink(deps, request);
  return opened.link.kind === 'personal-link'
    ? showPersonalOptIn(deps, opened, request)
    : showPreferences(deps, opened, request);
}

async function answer(deps: PersonPageDeps, request: HttpRequest<'link'>): Promise<HttpResponse> {
  const opened = await openLink(deps, request);
  const isPreferences = opened.link.kind === 'preference-page';
  if (isPreferences && isOneClick(request.bytes())) return answerOneClick(deps, opened, request);
  // Whoever has the link can stop everything with one click from anywhere, so the button of our page asks for no more.
  if (isPreferences && isStop(ownForm(request))) return answerPreferences(deps, opened, request);
  mustBeOwnForm(request, deps.publicUrl);
  return isPreferences ? answerPreferences(deps, opened, request) : answerPersonalOptIn(deps, opened, request);
}
