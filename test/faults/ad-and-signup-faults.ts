import type { PlantedFault } from './planted-fault.ts';

const ads = ['test/handlers/ads'];
const signups = ['test/handlers/signups'];
const capacity = ['test/adapters/dynamodb/capacity'];
const decide = 'lambdas/domain/inbound/decide-signup.ts';
const points = 'lambdas/adapters/dynamodb/collection/ad-points.ts';
const manage = 'lambdas/use-cases/collection/manage-signups.ts';
const preference = 'lambdas/adapters/providers/meta/parse-preference.ts';

/** Ads by which chats begin, and In-App Signups. */
export const adAndSignupFaults: readonly PlantedFault[] = [
  {
    name: 'a signup opts in to every purpose of the app',
    file: decide,
    find: '    purposes,\n    level: 3,',
    replace: '    purposes: app.purposes.map(({ purposeId }) => purposeId),\n    level: 3,',
    tests: signups,
  },
  {
    name: 'a signup is proven by the text of today',
    file: decide,
    find: 'const shown = textAt(signup, act.at);',
    replace: 'const shown = signup.texts.at(-1);',
    tests: signups,
  },
  {
    name: 'the signup of another app opts in here',
    file: decide,
    find: 'apps.find(({ appId }) => appId === signup?.appId)',
    replace: 'apps[0]',
    tests: signups,
  },
  {
    name: 'the signup of an account that the app has left opts in',
    file: decide,
    find: "act.former === 'number' || app?.whatsapp?.wabaId === signup?.wabaId",
    replace: 'signup !== undefined',
    tests: signups,
  },
  {
    name: 'a signup is said when it is heard, so it counts over a later STOP',
    file: preference,
    find: "timeOf(preference, 'timestamp') ?? (value === 'stop' ? receivedAt : undefined)",
    replace:
      "(value === 'signup' ? receivedAt : timeOf(preference, 'timestamp')) ?? (value === 'stop' ? receivedAt : undefined)",
    tests: signups,
  },
  {
    name: 'a signup without a time is said when it came',
    file: preference,
    find: "(value === 'stop' ? receivedAt : undefined)",
    replace: "(value !== 'resume' ? receivedAt : undefined)",
    tests: signups,
  },
  {
    name: 'a signup id that came as a number and lost its digits is believed',
    file: preference,
    find: "if (typeof given === 'number' && !Number.isSafeInteger(given)) return undefined;",
    replace: "if (given === 'number') return undefined;",
    tests: signups,
  },
  {
    name: 'two signups of one second by one person are one',
    file: preference,
    find: '}:$' + '{signupId}` };',
    replace: '}` };',
    tests: signups,
  },
  {
    name: 'who read a text that nobody knows is opted in',
    file: 'lambdas/domain/collection/signup.ts',
    find: 'return texts.findLast(({ since }) => since <= at);',
    replace: 'return texts.findLast(({ since }) => since <= at) ?? texts[0];',
    tests: signups,
  },
  {
    name: 'the purposes of a signup can be changed',
    file: manage,
    find: '...fixed({ purposes, textSince, campaign }),',
    replace: '...fixed({ textSince, campaign }),',
    tests: signups,
  },
  {
    name: 'the signup of another account is adopted',
    file: manage,
    find: "found(await inAccount(deps, app, signupId), 'signup')",
    replace: "found(await deps.metaSignups.find(app.appId, signupId), 'signup')",
    tests: signups,
  },
  {
    name: 'a text that was changed elsewhere is not noted',
    file: manage,
    find: 'if (after === own) return own;',
    replace: 'if (after !== undefined) return own;',
    tests: signups,
  },
  {
    name: 'the list puts what Meta said before a change behind it',
    file: manage,
    find: 'own.updatedAt < askedAt;',
    replace: 'own.updatedAt <= Number.MAX_SAFE_INTEGER;',
    tests: signups,
  },
  {
    name: 'a signup whose name at Meta is cut in the middle of a character cannot be adopted',
    file: manage,
    find: 'name.slice(0, 100).toWellFormed()',
    replace: 'name.slice(0, 100)',
    tests: signups,
  },
  {
    name: 'changes elsewhere make a signup grow without end',
    file: manage,
    find: '.slice(-mostTexts) };',
    replace: ' };',
    tests: signups,
  },
  {
    name: 'a signup is proven in the language of today',
    file: decide,
    find: 'noticeLocale: shown.locale,',
    replace: 'noticeLocale: signup.locale,',
    tests: signups,
  },
  {
    name: 'the words of an ad confirm a choice',
    file: 'lambdas/domain/inbound/decide-reference.ts',
    find: "if (decide === 'ask' || act.referral !== undefined)",
    replace: "if (decide === 'ask')",
    tests: ads,
  },
  {
    name: 'Iceland is offered what Meta does not offer there',
    file: 'lambdas/domain/collection/signup-countries.ts',
    find: "  ['354', 'IS'],\n",
    replace: '',
    tests: signups,
  },
  {
    name: 'the purposes of the point of a signup are the point’s to change',
    file: 'lambdas/use-cases/collection/manage-points.ts',
    find: "if (before.kind === 'in-app-signup') refuse(saidBySignup(asked));",
    replace: '',
    tests: signups,
  },
  {
    name: 'an ad gets a point with every message',
    file: points,
    find: '.digest());',
    replace: '.update(String(Math.random())).digest());',
    tests: ads,
  },
  {
    name: 'an app gets as many points as Meta names ads',
    file: points,
    find: "ConditionExpression: 'attribute_not_exists(made) OR made < :most'",
    replace: "ConditionExpression: 'attribute_not_exists(made) OR made < :most OR made >= :most'",
    tests: ads,
  },
  {
    name: 'every ad beyond the thousand is tried again',
    file: points,
    find: 'full.set(appId, at + believedFor);',
    replace: '',
    tests: capacity,
  },
  {
    name: 'the words of an ad show the language of the person',
    file: 'lambdas/domain/inbound/ask-at-first.ts',
    find: 'forwarded || referral !== undefined) return undefined;',
    replace: 'forwarded) return undefined;',
    tests: ads,
  },
  {
    name: 'an ad that has START ready gives back what was stopped',
    file: 'lambdas/domain/inbound/decide-message.ts',
    find: 'if (act.referral === undefined || act.payload !== undefined) return understood;',
    replace: 'if (act.messageId !== undefined) return understood;',
    tests: ads,
  },
  {
    name: 'a STOP in the chat of an ad is taken for the words of the ad',
    file: 'lambdas/domain/inbound/decide-message.ts',
    find: "return understood.act === 'stop' || understood.act === 'unclear-stop' ? understood : { act: 'none' };",
    replace: "return { act: 'none' };",
    tests: ads,
  },
  {
    name: 'the ad of a forwarded message, or of one in the history, began the chat',
    file: 'lambdas/domain/inbound/act-of-message.ts',
    find: 'via === undefined && !forwarded ? boundedReferral(read.referral) : undefined',
    replace: 'boundedReferral(read.referral)',
    tests: ads,
  },
  {
    name: 'what Meta says of an ad is kept however long it is',
    file: 'lambdas/domain/inbound/bounded-referral.ts',
    find: '[[name, cutToBytes(value, bytes)] as const]',
    replace: '[[name, bytes > 0 ? value : cutToBytes(value, bytes)] as const]',
    tests: ads,
  },
  {
    name: 'a yes to the question of an ad has no point',
    file: 'lambdas/contract/consumers.ts',
    find: "['locale', 'words', 'pointId', 'campaign']",
    replace: "['locale', 'words']",
    tests: ads,
  },
];
