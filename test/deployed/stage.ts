import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionMetadata } from '../../lambdas/contract/deployment.ts';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import type { JourneySettings } from '../support/journeys/settings.ts';
import { type JourneyTarget, journeyTarget } from '../support/journeys/target.ts';
import { awsCall, elements } from './aws-call.ts';
import { type DocumentedCommands, documentedCommands } from './documented-commands.ts';
import type { EmulatedAws } from './emulated-aws.ts';

/** A resource of a template as CDK writes it. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A stage that is deployed or about to be, and the reader of docs/deploy.md who does it. */
export interface Stage {
  readonly name: string;
  readonly stackName: string;
  /** What the owner of the stage runs, from the page. */
  readonly commands: DocumentedCommands;
  readonly environment: NodeJS.ProcessEnv;
  /** Where CDK leaves the assembly. */
  readonly assembly: string;
  /** The resources of the template that was deployed last, by logical id. */
  resources(): Readonly<Record<string, Resource>>;
  /** Physical ids by logical id, asked of CloudFormation; of a function its name. */
  physicalIds(): Promise<ReadonlyMap<string, string>>;
  functionName(name: FunctionName): Promise<string>;
  /** The physical id of the only resource of a type, or of the one whose logical id begins so. */
  physicalId(type: string, begins?: string): Promise<string>;
  /** What a journey needs to know of it. */
  settings(run: string): Promise<JourneySettings>;
  /** The stage as the journeys meet it. */
  target(run: string): Promise<JourneyTarget>;
}

export interface StageOptions {
  readonly aws: EmulatedAws;
  /** For the assembly, the variables of the commands and the settings of CDK and curl. */
  readonly folder: string;
  /** Base URL of the simulated outside world, and the token that it takes. */
  readonly outsideUrl: string;
  readonly accessToken: string;
}

/** A stage with what its owner has at hand beforehand. Deploys nothing. */
export function newStage(name: string, { aws, folder, outsideUrl, accessToken }: StageOptions): Stage {
  mkdirSync(folder, { recursive: true });
  const stackName = `OptLedger-${name}`;
  const assembly = join(folder, 'cdk.out');
  const appSecret = `app-secret-of-${name}-${'0'.repeat(32)}`;
  const verifyToken = `verify-token-of-${name}-${'0'.repeat(32)}`;
  const environment = {
    ...aws.environment,
    HOME: folder,
    CURL_HOME: folder,
    STAGE: name,
    META_APP_SECRET: appSecret,
    NEW_META_APP_SECRET: `next-${appSecret}`,
    META_VERIFY_TOKEN: verifyToken,
    META_ACCESS_TOKEN: accessToken,
    SIGN_IN_DOMAIN: `acme-${name}`,
    OWNER_EMAIL: 'olga@acme.example',
  };
  // The reader's own settings of CDK: messages go to the simulated outside world, nobody is asked for approval.
  const context = { graphUrl: `${outsideUrl}/v26.0`, twilioUrl: outsideUrl };
  const settings = { requireApproval: 'never', notices: false, progress: 'events', output: assembly, context };
  writeFileSync(join(folder, '.cdk.json'), JSON.stringify(settings));

  const commands = documentedCommands(folder, environment);
  const stage: Stage = {
    name,
    stackName,
    commands,
    environment,
    assembly,
    resources() {
      const template = readFileSync(join(assembly, `${stackName}.template.json`), 'utf8');
      return (JSON.parse(template) as { Resources: Record<string, Resource> }).Resources;
    },
    async physicalIds() {
      const form = { Action: 'DescribeStackResources', Version: '2010-05-15', StackName: stackName };
      const { text } = await awsCall({ service: 'cloudformation', form });
      const physical = elements(text, 'PhysicalResourceId');
      return new Map(elements(text, 'LogicalResourceId').map((id, index) => [id, physical[index] ?? '']));
    },
    async functionName(wanted) {
      const [id] =
        Object.entries(stage.resources()).find(([, each]) => each.Metadata?.[functionMetadata] === wanted) ?? [];
      const found = (await stage.physicalIds()).get(id ?? '');
      if (found === undefined) throw new Error(`The stage ${name} has no function ${wanted}.`);
      return found;
    },
    async physicalId(type, begins = '') {
      const all = Object.entries(stage.resources()).filter(([id, { Type }]) => Type === type && id.startsWith(begins));
      if (all.length > 1) throw new Error(`The stage ${name} has ${all.length} of ${type}.`);
      const found = (await stage.physicalIds()).get(all[0]?.[0] ?? '');
      if (found === undefined) throw new Error(`The stage ${name} has no ${type}.`);
      return found;
    },
    async settings(run) {
      return {
        run,
        baseUrl: aws.url,
        hostHeader: hostOf(commands.exported('API'), aws),
        apiKey: commands.exported('KEY'),
        appSecret,
        verifyToken,
        outsideUrl,
        smsTopicArn: commands.exported('SMS_TOPIC'),
        connectFunction: await stage.functionName('connect-flow'),
        whatsappTopicArn: commands.exported('WHATSAPP_TOPIC'),
        publicUrl: commands.exported('API').replace(/\/$/, ''),
        appSecretsPrefix: `optledger/${name}/apps`,
        scheduleGroup: await stage.physicalId('AWS::Scheduler::ScheduleGroup'),
        eventBusName: await stage.physicalId('AWS::Events::EventBus'),
      };
    },
    target: async (run) => journeyTarget(await stage.settings(run)),
  };
  return stage;
}

/** Tells curl to send what is meant for the API's printed URL to the emulator on loopback. */
export function leadCurl(api: string, folder: string, aws: EmulatedAws): void {
  const lines = [
    `connect-to = "${new URL(api).hostname}:443:127.0.0.1:${new URL(aws.url).port}"`,
    `header = "Host: ${hostOf(api, aws)}"`,
    `cacert = "${aws.environment.AWS_CA_BUNDLE}"`,
  ];
  writeFileSync(join(folder, '.curlrc'), `${lines.join('\n')}\n`);
}

/** The Host header by which the emulator knows an API whose URL it prints as AWS would. */
function hostOf(api: string, aws: EmulatedAws): string {
  const [id] = new URL(api).hostname.split('.');
  return `${id}.execute-api.localhost:${new URL(aws.url).port}`;
}
