import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { listOf, memberOf, readJson, textOf } from '../../../lambdas/adapters/json/json-reader.ts';
import { graphErrorCode, graphRequest } from '../../../lambdas/adapters/providers/meta/graph-request.ts';
import { parseAccessToken } from '../../../lambdas/adapters/providers/meta/graph-sender.ts';
import { outputs } from '../../../lambdas/contract/deployment.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { area, type Finding, NotChecked } from '../finding.ts';
import type { Stage } from '../stage.ts';

/** What Meta says of the number of an app. Undefined = it was not told. */
export interface WhatsappFacts {
  readonly appId: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** Whether Meta takes the access token for this business account. */
  readonly isAllowed: boolean;
  /** Whether the number is one of the business account's. */
  readonly isSeen?: boolean | undefined;
  /** How many apps get the webhooks of the business account. */
  readonly subscribers?: number | undefined;
  /** Where webhooks go: by the number, else by the business account, else by the app. */
  readonly callbacks?: { readonly [Level in 'number' | 'account' | 'app']?: string | undefined } | undefined;
}

export interface WhatsappWiring {
  /** Addresses of our webhook. */
  readonly own: readonly string[];
  readonly apps: readonly WhatsappFacts[];
}

export const whatsappArea = area('WhatsApp', read, judgeWhatsapp);

async function read(stage: Stage): Promise<WhatsappWiring> {
  const apps = (await stage.apps()).filter(({ whatsapp }) => whatsapp !== undefined);
  if (apps.length === 0) throw new NotChecked('no app has a WhatsApp number');
  const variables = (await stage.functions()).map((each) => each.environment);
  const variable = (name: string) => variables.find((each) => each[name] !== undefined)?.[name] ?? '';
  const secret = await stage.clients.secrets.send(
    new GetSecretValueCommand({ SecretId: variable(environment.whatsappAccessSecret) }),
  );
  const ask = graph(variable(environment.graphUrl), tokenOf(secret.SecretString ?? ''));
  const bases = new Set([stage.stack.output(outputs.apiUrl), variable(environment.publicUrl)]);
  const own = [...bases].filter(Boolean).map((base) => `${base}/webhooks/whatsapp`);
  const facts: WhatsappFacts[] = [];
  for (const { appId, whatsapp } of apps) {
    if (whatsapp !== undefined) facts.push({ appId, ...(await factsOf(ask, whatsapp)) });
  }
  return { own, apps: facts };
}

function tokenOf(secret: string): string {
  try {
    return parseAccessToken(JSON.parse(secret));
  } catch {
    throw new NotChecked('the access token cannot be used (see secrets)');
  }
}

type Ask = (path: string) => Promise<{ readonly json?: unknown; readonly code: number | undefined }>;

/** Asks Meta; rejects when nothing can be learnt from it. */
function graph(graphUrl: string, token: string): Ask {
  return async (path) => {
    const answer = await graphRequest('GET', new URL(`${graphUrl}/${path}`), token);
    if (answer.status === 0 || answer.status >= 500) throw new NotChecked('Meta does not answer');
    const read = readJson(answer.body);
    return { json: answer.status === 200 && 'json' in read ? read.json : undefined, code: graphErrorCode(answer) };
  };
}

/** Graph API, "Handle errors": the token is of no use (190), or not for this (10, 200 to 299; 100 = what it may not see does not exist). */
const isRefusal = (code: number | undefined): boolean =>
  code !== undefined && (code === 190 || code === 10 || code === 100 || (code >= 200 && code < 300));

async function factsOf(
  ask: Ask,
  { phoneNumberId, wabaId }: { readonly phoneNumberId: string; readonly wabaId: string },
): Promise<Omit<WhatsappFacts, 'appId'>> {
  const known = { phoneNumberId, wabaId };
  const numbers = await ask(`${wabaId}/phone_numbers?fields=id&limit=200`);
  if (numbers.json === undefined) {
    if (!isRefusal(numbers.code)) throw new NotChecked('Meta does not tell of the business account');
    return { ...known, isAllowed: false };
  }
  const subscribed = await ask(`${wabaId}/subscribed_apps`);
  const { json } = await ask(`${phoneNumberId}?fields=webhook_configuration`);
  const configuration = memberOf(json, 'webhook_configuration');
  return {
    ...known,
    isAllowed: true,
    isSeen: (listOf(numbers.json, 'data') ?? []).some((each) => textOf(each, 'id') === phoneNumberId),
    subscribers: subscribed.json === undefined ? undefined : listOf(subscribed.json, 'data')?.length,
    callbacks:
      configuration === undefined
        ? undefined
        : {
            number: textOf(configuration, 'phone_number'),
            account: textOf(configuration, 'whatsapp_business_account'),
            app: textOf(configuration, 'application'),
          },
  };
}

/** Whether what people say on WhatsApp is delivered to this stage. */
export function judgeWhatsapp({ own, apps }: WhatsappWiring): readonly Finding[] {
  return apps.flatMap((facts) => judgeApp(own, facts));
}

function judgeApp(own: readonly string[], facts: WhatsappFacts): Finding[] {
  const { appId, phoneNumberId, wabaId, isAllowed, isSeen, subscribers, callbacks } = facts;
  const hurt = 'Whoever says STOP on WhatsApp: it does not arrive here, and the sending goes on.';
  if (!isAllowed) {
    return [
      {
        severity: 'broken',
        what: `Meta does not let the access token see the business account ${wabaId} of the app ${appId}.`,
        hurt: 'Whoever waits for a confirmation; whether STOPs arrive cannot be told.',
        todo: 'A token of a system user with whatsapp_business_messaging and whatsapp_business_management, to which the account is assigned; or another wabaId in the app.',
      },
    ];
  }
  const findings: Finding[] = [];
  if (isSeen === false) {
    findings.push({
      severity: 'broken',
      what: `The business account ${wabaId} has no number ${phoneNumberId}, which the app ${appId} names.`,
      hurt,
      todo: `PATCH /v1/apps/${appId} with the phoneNumberId and wabaId that Meta shows under WhatsApp > API Setup.`,
    });
  }
  if (subscribers === 0) {
    findings.push({
      severity: 'broken',
      what: `No app in Meta gets the webhooks of the business account ${wabaId} (app ${appId}).`,
      hurt,
      todo: `POST /${wabaId}/subscribed_apps at the Graph API, with the token of the app.`,
    });
  }
  const leads = callbacks?.number ?? callbacks?.account ?? callbacks?.app;
  if (callbacks !== undefined && !own.includes(leads ?? '')) {
    findings.push({
      severity: 'broken',
      what: `Webhooks of the number ${phoneNumberId} (app ${appId}) go ${leads === undefined ? 'nowhere' : `to ${leads}`}, not to this stage.`,
      hurt,
      todo: `Meta, WhatsApp > Configuration: the callback URL ${own.at(-1)}, fields messages and user_preferences.`,
    });
  } else if (callbacks?.app !== undefined && !own.includes(callbacks.app)) {
    findings.push({
      severity: 'should',
      what: `Messages of the number ${phoneNumberId} come here, but preferences always go to the app's own URL, ${callbacks.app}.`,
      hurt: "Whoever stops marketing by WhatsApp's own switch: that is not heard here.",
      todo: `Meta, WhatsApp > Configuration: the callback URL ${own.at(-1)} for the app itself.`,
    });
  }
  return findings;
}
