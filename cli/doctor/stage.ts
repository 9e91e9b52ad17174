import { GetFunctionConcurrencyCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
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
  /** E.164. */
  readonly smsNumbers: readonly string[];
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

async function readFunctions(stack: DeployedStack, { lambda }: Clients): Promise<readonly FunctionFacts[]> {
  const own = stack
    .ofType('AWS::Lambda::Function')
    .filter(({ Metadata }) => typeof Metadata?.[functionMetadata] === 'string');
  const all: FunctionFacts[] = [];
  // One after the other: the calls of an account that read functions are few a second, and everybody shares them.
  for (const template of own) {
    const FunctionName = template.physicalId;
    const found = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    const { ReservedConcurrentExecutions: reserved } = await lambda.send(
      new GetFunctionConcurrencyCommand({ FunctionName }),
    );
    all.push({
      name: String(template.Metadata?.[functionMetadata]),
      physicalName: FunctionName,
      state: found.State ?? 'Active',
      lastUpdate: found.LastUpdateStatus ?? 'Successful',
      changedAt: Date.parse(found.LastModified ?? '') || 0,
      environment: found.Environment?.Variables ?? {},
      reserved,
      timeout: found.Timeout,
      memory: found.MemorySize,
      template,
    });
  }
  return all;
}

async function readApps(stack: DeployedStack): Promise<readonly AppFacts[]> {
  const store = appStore(documentTable(stack.output(outputs.tableName) ?? ''), Date.now);
  const apps: AppFacts[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(100, after);
    for (const { appId, whatsapp, smsNumbers } of page.data) {
      apps.push({ appId, whatsapp, smsNumbers: smsNumbers.map(({ phone }) => phone) });
    }
    after = page.next;
  } while (after !== undefined);
  return apps;
}
