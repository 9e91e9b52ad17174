import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { roles } from '../../lambdas/domain/operators/roles.ts';
import { ago, openShop, type Shop, shopOf, written } from '../support/journeys/shop.ts';
import { everyRow, type JourneyAnswer, rowsOf } from '../support/journeys/target.ts';
import { type HostedPages, hostedPages, type SignInPlace, type Tokens } from './hosted-pages.ts';
import type { Outcome } from './progress.ts';
import type { Stage } from './stage.ts';

type Ask = (method: string, path: string, body?: object) => Promise<JourneyAnswer>;

/** A shop, and people who sign in there; each is called by what they were invited as. */
interface Business {
  readonly shop: Shop;
  readonly owner: Ask;
  /** The id by which the API knows somebody. */
  id(name: string): string;
  as(token: string): Ask;
  /** The access token of a new sign-in. API Gateway remembers for a minute what it was told of a token, so this one is not remembered. */
  signIn(name: string): Promise<string>;
  /** The same of somebody who was just invited and is asked for a password of their own. */
  firstSignIn(name: string): Promise<Tokens>;
  invite(name: string, appointment: object): Promise<void>;
  /** Demands an answer, and counts it. */
  expect(
    what: string,
    answer: JourneyAnswer | Promise<JourneyAnswer>,
    status: number,
    code?: string,
  ): Promise<JourneyAnswer>;
}

const password = 'Correct-horse-9-battery';
const journey = 'people';
const emailOf = (name: string): string => `${name}@acme.example`;

/** Where people of a stage sign in, and the accounts of an owner and of support there once `signPeopleIn` is done. */
export async function signedUp(stage: Stage) {
  const target = await stage.target(journey);
  const { body } = await target.call('GET', '/v1/sign-in', undefined, { key: null });
  const owner = { email: stage.environment.OWNER_EMAIL ?? '', password };
  const accounts = { owner, support: { email: emailOf('support'), password } };
  return { appId: shopOf(journey, {}, target).appId, place: body as unknown as SignInPlace, accounts };
}

/**
 * From the first owner, appointed by the command of docs/people.md, to people of each role who sign in on the pool's pages, are let and
 * refused as the table of that page says, get another role, are removed, and are found in the audit list.
 *
 * @param url base URL of the emulator, which shows the pages
 */
export async function signPeopleIn(stage: Stage, url: string): Promise<Outcome> {
  const pages = hostedPages(url);
  const said = await stage.commands.run('first-owner');
  const [, ownerId = said] = /\((person_\w+)\)/.exec(said) ?? [];
  const shop = await openShop(journey, {}, await stage.target(journey));
  const { place, accounts } = await signedUp(stage);
  const owner = await pages.signIn(place, await pages.invitationTo(accounts.owner.email), password);

  let checks = 0;
  const counted = (): void => {
    checks += 1;
  };
  const business = businessOf(shop, { pages, place, ownerId, owner, counted });
  await strangersAreNobody(business, owner, await stage.physicalId('AWS::Cognito::UserPool'));
  await rolesAreThoseOfTheTable(business);
  await rolesChange(business);
  await peopleAreRemoved(business);
  checks += await everyActIsKept(business);
  const result = `${roles.length} roles by the pages of the pool; ${checks} calls let, refused and kept as docs/people.md says`;
  return { result, checks };
}

interface Opened {
  readonly pages: HostedPages;
  readonly place: SignInPlace;
  readonly ownerId: string;
  readonly owner: Tokens;
  counted(): void;
}

function businessOf(shop: Shop, { pages, place, ownerId, owner, counted }: Opened): Business {
  const ids = new Map([['owner', ownerId]]);
  const as: Business['as'] = (key) => (method, path, body) => shop.target.call(method, path, body, { key });
  const business: Business = {
    shop,
    as,
    owner: as(owner.accessToken),
    id: (name) => ids.get(name) ?? '',
    signIn: async (name) => (await pages.signIn(place, { email: emailOf(name), password })).accessToken,
    firstSignIn: async (name) => pages.signIn(place, await pages.invitationTo(emailOf(name)), password),
    async invite(name, appointment) {
      const asked = business.owner('POST', '/v1/people', { email: emailOf(name), ...appointment });
      const { body } = await business.expect(`The invitation of ${name}`, asked, 201);
      ids.set(name, String(body.personId));
    },
    async expect(what, answer, wanted, code) {
      const { status, body } = await answer;
      counted();
      if (status !== wanted || (code !== undefined && body.code !== code))
        throw new Error(`${what}: answered ${status} ${JSON.stringify(body)}, not ${wanted} ${code ?? ''}`);
      return answer;
    },
  };
  return business;
}

/** Neither a token that is no access token, nor one that was changed, nor somebody whom the pool alone calls an owner. */
async function strangersAreNobody(business: Business, owner: Tokens, UserPoolId: string): Promise<void> {
  const me = (token: string) => business.as(token)('GET', '/v1/me');
  await business.expect('An ID token', me(owner.idToken), 401);
  await business.expect('A signature that was changed', me(`${owner.accessToken.slice(0, -6)}AAAAAA`), 401);

  const client = new CognitoIdentityProviderClient({});
  const Username = 'stranger@acme.example';
  const UserAttributes = [{ Name: 'email', Value: Username }];
  await client.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes }));
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'owner' }));
  client.destroy();
  await business.expect('An owner in the pool alone', me((await business.firstSignIn('stranger')).accessToken), 401);
}

/** A call for each row of the table in docs/people.md that a stage can be asked for at once, and which roles may. */
const rowsOfTable = ({ appId, person }: Shop): readonly (readonly [may: string, ...Parameters<Ask>])[] => {
  const app = `/v1/apps/${appId}`;
  const user = { phone: person('Ana').phone };
  const yes = { user, purposes: ['offers'], saidAt: written(ago(10)), source: 'paper', by: 'data-subject' };
  return [
    ['owner', 'GET', '/v1/keys'],
    ['owner', 'POST', '/v1/keys', { name: 'by a person', scopes: ['apps:read'], apps: [appId] }],
    ['owner', 'GET', '/v1/people'],
    ['owner', 'PATCH', app, { displayName: 'Another name' }],
    ['owner marketer', 'PATCH', app, { brand: { supportLine: 'Ask us' } }],
    ['owner marketer support auditor', 'GET', `${app}/points`],
    ['owner marketer support auditor', 'POST', `${app}/eligibility`, { user, purpose: 'offers', message: 'template' }],
    ['owner marketer', 'POST', `${app}/exports`, { purpose: 'offers' }],
    ['owner marketer auditor', 'GET', `${app}/exports`],
    ['owner support auditor', 'GET', `${app}/users`],
    ['owner support', 'POST', `${app}/opt-ins`, { ...yes, evidence: { documentRef: 'A-1179' } }],
    ['owner auditor', 'GET', '/v1/audit'],
  ];
};

/** One after the other: two who change the same app at once are told to try again. */
async function rolesAreThoseOfTheTable({ shop, owner, as, id, invite, firstSignIn, expect }: Business): Promise<void> {
  for (const role of roles) {
    if (role !== 'owner') await invite(role, { role, apps: [shop.appId] });
    const ask = role === 'owner' ? owner : as((await firstSignIn(role)).accessToken);
    const { body } = await expect(`Who the ${role} is`, ask('GET', '/v1/me'), 200);
    if (body.personId !== id(role) || body.role !== role)
      throw new Error(`The ${role} is taken for ${JSON.stringify(body)}`);
    for (const [may, ...call] of rowsOfTable(shop)) {
      const [what, answer] = [`${role}, ${call[0]} ${call[1]}`, await ask(...call)];
      if (!may.split(' ').includes(role)) await expect(what, answer, 403, 'missing-scope');
      else await expect(what, answer, answer.status < 300 ? answer.status : 200);
    }
  }
  const { userId } = (await shop.post('users/search', { phone: shop.person('Ana').phone })).body;
  const statements = JSON.stringify(rowsOf(await shop.get(`users/${userId}/statements`)));
  for (const role of ['owner', 'support'])
    if (!statements.includes(`"operator":"${id(role)}"`)) throw new Error(`Nobody sees what the ${role} recorded.`);
}

/** Another role counts with the next token, and nothing until then; numbers are seen once they are given. */
async function rolesChange({ shop, owner, as, id, signIn, expect }: Business): Promise<void> {
  const before = as(await signIn('auditor'));
  await expect('Another role', owner('PATCH', `/v1/people/${id('auditor')}`, { role: 'support' }), 200);
  await expect('A token of the role before', before('GET', '/v1/me'), 401);
  await expect('Support with a token of now', as(await signIn('auditor'))('GET', '/v1/audit'), 403);
  await expect('Numbers', owner('PATCH', `/v1/people/${id('marketer')}`, { numbers: true }), 200);
  const users = as(await signIn('marketer'))('GET', `/v1/apps/${shop.appId}/users`);
  await expect('A marketer with numbers', users, 200);
}

/** Who was removed makes nobody any more, at once; is let in by no token that is not remembered, and by no page; and may come back. */
async function peopleAreRemoved({ owner, as, id, invite, firstSignIn, signIn, expect }: Business): Promise<void> {
  const remove = (name: string) => owner('DELETE', `/v1/people/${id(name)}`);
  await invite('second', { role: 'owner' });
  const second = as((await firstSignIn('second')).accessToken);
  await expect('The second owner', second('GET', '/v1/people'), 200);
  await expect('The removal of the second owner', remove('second'), 204);
  const another = { email: 'another@acme.example', role: 'owner' };
  await expect('An invitation by who was removed', second('POST', '/v1/people', another), 401);

  const [known, unused] = [id('marketer'), as(await signIn('marketer'))];
  await expect('The removal of the marketer', remove('marketer'), 204);
  await expect('The token of who was removed', unused('GET', '/v1/me'), 401);
  const page = await signIn('marketer').catch((error: unknown) => String(error));
  if (!page.includes('disabled')) throw new Error(`Who was removed signs in: ${page}`);
  await invite('marketer', { role: 'auditor', apps: 'all' });
  if (id('marketer') !== known) throw new Error('Who was invited again is somebody else.');
  await expect('Who is back', as(await signIn('marketer'))('GET', '/v1/audit'), 200);
  await expect('The removal of the last owner', remove('owner'), 409, 'last-owner');
}

/** The audit list names who did what, and what was refused. Gives how many acts were looked for. */
async function everyActIsKept({ shop, owner, id }: Business): Promise<number> {
  const list = await everyRow((cursor) => owner('GET', `/v1/audit?limit=100${cursor}`));
  const acts = list.map(({ by, operation, target = '', status }) => `${by} ${operation} ${target} ${status}`);
  const wanted = [
    `command invitePerson ${id('owner')} 201`,
    ...['marketer', 'support', 'auditor'].map((role) => `${id('owner')} invitePerson ${id(role)} 201`),
    `${id('owner')} changePerson ${id('auditor')} 200`,
    `${id('owner')} removePerson ${id('marketer')} 204`,
    `${id('owner')} removePerson ${id('owner')} 409`,
    `${id('marketer')} changeApp ${shop.appId} 200`,
    `${id('marketer')} changeApp ${shop.appId} 403`,
    `${id('second')} invitePerson  401`,
  ];
  const missing = wanted.filter((each) => !acts.includes(each));
  if (missing.length > 0) throw new Error(`Not in the audit list:\n${missing.join('\n')}\nbut\n${acts.join('\n')}`);
  return wanted.length;
}

/** The pool outlives its stack, with everybody in it. @param UserPoolId its id */
export async function poolOutlives(UserPoolId: string): Promise<void> {
  const client = new CognitoIdentityProviderClient({});
  const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId }));
  client.destroy();
  if (Users.length === 0) throw new Error('Removing the stack took the people from the user pool.');
}
