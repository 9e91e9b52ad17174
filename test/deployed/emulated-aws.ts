import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { run, runMark, start, stop } from './child-process.ts';
import { freePort } from './free-port.ts';

/** AWS on this machine: MiniStack with IAM enforced. */
export interface EmulatedAws {
  /** `https://127.0.0.1:port` */
  readonly url: string;
  /** For everything that talks to it: address, root credentials, region, trusted certificate, programs. */
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

export interface EmulatedAwsOptions {
  /** Empty folder for its home, its certificate and its log. */
  readonly folder: string;
  /** Folder of the programs of the Python environment. */
  readonly programs: string;
  /** What the functions reach in place of AWS End User Messaging SMS, which the emulator does not have. */
  readonly smsUrl: string;
  /** Every process of this run carries it. */
  readonly mark: string;
}

const region = 'us-east-1';
const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts it on a free loopback port and makes this process trust it. Functions run as its children and inherit its
 * environment, which is how they find the recorder of text messages without the stack knowing.
 */
export async function startEmulatedAws({ folder, programs, smsUrl, mark }: EmulatedAwsOptions): Promise<EmulatedAws> {
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  for (const each of [home, temporary]) mkdirSync(each, { recursive: true });
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;

  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_|META_)/.test(name));
  const environment: NodeJS.ProcessEnv = {
    ...Object.fromEntries(inherited),
    [runMark]: mark,
    PATH: [programs, join(project, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    HOME: home,
    TMPDIR: temporary,
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: smsUrl,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CA_BUNDLE: certificate,
    NODE_EXTRA_CA_CERTS: certificate,
    AWS_PAGER: '',
    CDK_DISABLE_CLI_TELEMETRY: '1',
    CDK_DISABLE_VERSION_CHECK: '1',
  };
  await run(join(programs, 'python'), [join(import.meta.dirname, 'make-certificate.py'), certificate, key, region], {
    env: environment,
  });
  writeFileSync(join(home, '.cdk.json'), JSON.stringify({ requireApproval: 'never', notices: false }));

  const log = createWriteStream(join(folder, 'emulated-aws.log'));
  const child = start(join(programs, 'python'), [join(import.meta.dirname, 'start-emulator.py')], {
    env: {
      ...environment,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      IOT_MTLS_ENABLED: '0',
      AUTH: 'true',
      USE_SSL: '1',
      MINISTACK_SSL_CERT: certificate,
      MINISTACK_SSL_KEY: key,
      // Only how long a state machine waits before it tries again.
      SFN_WAIT_SCALE: '0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);

  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')]);
  Object.assign(process.env, environment);
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null) throw new Error(`MiniStack ended with ${child.exitCode}; its log:\n${tail(folder)}`);
    if (await isReady(url)) break;
    if (tries === 300) throw new Error(`MiniStack did not answer within 60 seconds; its log:\n${tail(folder)}`);
    await wait(200);
  }
  return { url, environment, stop: () => stop(child) };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/_ministack/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

const tail = (folder: string): string =>
  readFileSync(join(folder, 'emulated-aws.log'), 'utf8').trimEnd().split('\n').slice(-20).join('\n');
