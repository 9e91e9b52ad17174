import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { functionMetadata, outputs } from '../../lambdas/contract/deployment.ts';
import type { Clients } from './clients.ts';
import type { Deployed, DeployedStack } from './stack.ts';

/** A function as Lambda runs it, beside what the template wants. */
export interface FunctionFacts {
  /** As routes and docs call it. */
  readonly name: string;
  readonly physicalName: string;
  /** Of Lambda, or `Missing`: it was deleted by hand. */
  readonly state: string;
  readonly lastUpdate: string;
  /** Epoch milliseconds; the last change of code or configuration by whomever. */
  readonly changedAt: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Undefined = it takes what is free. */
  readonly reserved: number | undefined;
  readonly timeout: number | undefined;
  readonly memory: number | undefined;
  readonly template: Deployed;
}

/** What the doctor needs to know of an app. */
export interface AppFacts {
  readonly appId: string;
  readonly whatsapp?: { readonly phoneNumberId: string; readonly phone: string; readonly wabaId: string } | undefined;
  /** E.164; those of AWS, which are looked at there. */
  readonly smsNumbers: readonly string[];
  /** How many more it has at Twilio. */
  readonly smsByTwilio?: number;
}

/** A deployed stage with what several areas ask for; each is read once. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  readonly stack: DeployedStack;
  readonly clients: Clients;
  functions(): Promise<readonly FunctionFacts[]>;
  apps(): Promise<readonly AppFacts[]>;
}

/** Opens a stage whose stack was read. Reads nothing yet. */
export function openStage(name: string, region: string, stack: DeployedStack, clients: Clients): Stage {
  return {
    name,
    region,
    stack,
    clients,
    functions: once(() => readFunctions(stack, clients)),
    apps: once(() => readApps(stack)),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= read();
    return kept;
  };
}

async function readFunctions(stack: DeployedStack, clients: Clients): Promise<readonly FunctionFacts[]> {
  const own = stack
    .ofType('AWS::Lambda::Function')
    .filter(({ Metadata }) => typeof Metadata?.[functionMetadata] === 'string');
  const all: FunctionFacts[] = [];
  // One after the other: an account has 15 such calls a second for everybody (Lambda, "Quotas").
  for (const template of own) all.push(await readFunction(template, clients));
  return all;
}

async function readFunction(template: Deployed, { lambda }: Clients): Promise<FunctionFacts> {
  const FunctionName = template.physicalId;
  const known = { name: String(template.Metadata?.[functionMetadata]), physicalName: FunctionName, template };
  try {
    const found = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    const kept = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }));
    return {
      ...known,
      state: found.State ?? 'Active',
      lastUpdate: found.LastUpdateStatus ?? 'Successful',
      changedAt: Date.parse(found.LastModified ?? '') || 0,
      environment: found.Environment?.Variables ?? {},
      reserved: kept.ReservedConcurrentExecutions,
      timeout: found.Timeout,
      memory: found.MemorySize,
    };
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    const environment = deployedVariables(template);
    const none = { reserved: undefined, timeout: undefined, memory: undefined };
    return { ...known, ...none, state: 'Missing', lastUpdate: 'Missing', changedAt: 0, environment };
  }
}

/** Variables that the template gives a function as plain text. */
function deployedVariables({ Properties }: Deployed): Readonly<Record<string, string>> {
  const { Variables = {} } = (Properties?.Environment ?? {}) as { Variables?: Readonly<Record<string, unknown>> };
  return Object.fromEntries(
    Object.entries(Variables).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

async function readApps(stack: DeployedStack): Promise<readonly AppFacts[]> {
  const store = appStore(documentTable(stack.output(outputs.tableName) ?? ''), Date.now);
  const apps: AppFacts[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(100, after);
    for (const { appId, whatsapp, smsNumbers } of page.data) {
      const byAws = smsNumbers.filter(({ provider }) => provider !== 'twilio');
      const smsByTwilio = smsNumbers.length - byAws.length;
      apps.push({ appId, whatsapp, smsNumbers: byAws.map(({ phone }) => phone), smsByTwilio });
    }
    after = page.next;
  } while (after !== undefined);
  return apps;
}
