import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { scopes } from '../../lambdas/contract/routes.ts';
import { unknownName } from '../nearest.ts';
import { openTable } from '../open-stage.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

const smallestRate = 500;

/** Makes an API key directly in a table and prints it. Answers the exit code. Throws UsageError. */
export async function createKeyCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values } = readArguments(args, {
    name: { type: 'string' },
    all: { type: 'boolean', default: false },
    scopes: { type: 'string' },
    apps: { type: 'string' },
    rate: { type: 'string' },
    table: { type: 'string' },
    ...dataFlag,
  });
  if (!values.name) throw new UsageError('Say what the key is for: --name reports.');
  const wanted = values.all ? [...scopes] : listed(values.scopes);
  const unknown = wanted.find((scope) => !(scopes as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new UsageError(unknownName('scope', unknown, scopes));
  if (wanted.length === 0) throw new UsageError('Say what it may do: --all, or --scopes eligibility:read,users:read.');
  const ratePerSecond = values.rate === undefined ? undefined : Number(values.rate);
  if (ratePerSecond !== undefined && !(Number.isInteger(ratePerSecond) && ratePerSecond >= smallestRate))
    throw new UsageError(`--rate takes a whole number of ${smallestRate} or more, not "${values.rate}".`);
  const apps = values.apps === undefined ? '*' : listed(values.apps);
  if (apps.length === 0) throw new UsageError('--apps takes ids of apps: --apps acme,luna.');

  const { key, token } = await keyStore(openTable(values)).create(
    { name: values.name, scopes: wanted, apps, ratePerSecond },
    now(),
  );
  console.log(
    `${token}\n\nThis is shown once. ${key.keyId} may: ${wanted.join(', ')}; apps: ${apps === '*' ? 'all' : apps.join(', ')}.`,
  );
  return 0;
}

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
