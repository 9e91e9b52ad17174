import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import { acknowledgeWildcard } from '../functions/acknowledge-wildcard.ts';
import type { HouseFunction } from '../functions/house-function.ts';
import type { DataTable } from '../table/data-table.ts';
import { StageKey } from './stage-key.ts';

export interface StageSecretsProps {
  /** Names in Secrets Manager of the three secrets of a stage; what each holds is in `contract/environment.ts`. */
  readonly identifierKey: string;
  readonly whatsappWebhook: string;
  readonly whatsappAccess: string;
  /** What lets us send by Twilio. @default - nothing is sent by it */
  readonly twilio?: string | undefined;
  /** Before the names of the secrets that an app has for itself: `<prefix>/<appId>/<name>`. */
  readonly apps: string;
  /** What the proxy before the API sends with every request. @default - nobody stands before it */
  readonly proxy?: string | undefined;
}

/**
 * The secrets of a stage. They are made by a command before the first deployment, never by the stack, so that no value
 * passes through a template and deleting a stack cannot delete the key of the identifier hashes.
 */
export class StageSecrets extends Construct {
  private readonly identifierKey: ISecret;
  private readonly whatsappWebhook: ISecret;
  private readonly whatsappAccess: ISecret;
  private readonly twilio: ISecret | undefined;
  private readonly proxy: ISecret | undefined;
  private readonly apps: string;

  constructor(scope: Construct, id: string, props: StageSecretsProps) {
    super(scope, id);
    this.identifierKey = Secret.fromSecretNameV2(this, 'IdentifierKey', props.identifierKey);
    this.whatsappWebhook = Secret.fromSecretNameV2(this, 'WhatsappWebhook', props.whatsappWebhook);
    this.whatsappAccess = Secret.fromSecretNameV2(this, 'WhatsappAccess', props.whatsappAccess);
    this.twilio = props.twilio === undefined ? undefined : Secret.fromSecretNameV2(this, 'Twilio', props.twilio);
    this.proxy = props.proxy === undefined ? undefined : Secret.fromSecretNameV2(this, 'Proxy', props.proxy);
    this.apps = props.apps;
  }

  /** The key with which identifiers are hashed into keys of the table; whoever has it makes sure by the people there that it is the table's. */
  grantIdentifierKey(fn: HouseFunction, table: DataTable): void {
    grant(fn, environment.identifierKeySecret, this.identifierKey);
    table.grantUsersIndex(fn);
  }

  /** What proves that a webhook comes from Meta. */
  grantWhatsappWebhook(fn: HouseFunction): void {
    grant(fn, environment.whatsappWebhookSecret, this.whatsappWebhook);
  }

  /** What proves that a request came through the proxy, and where that says who sent it; nothing where there is none. */
  grantProxy(fn: HouseFunction, addressHeader: string): void {
    if (this.proxy === undefined) return;
    grant(fn, environment.proxySecret, this.proxy);
    fn.addEnvironment(environment.proxyAddressHeader, addressHeader);
  }

  /** What lets us send as the business at Twilio, and proves what it posts, for apps without a secret of their own; nothing where the stage has none. */
  grantTwilio(fn: HouseFunction): void {
    if (this.twilio !== undefined) grant(fn, environment.twilioSecret, this.twilio);
  }

  /** What single apps have for themselves, also of apps that do not exist yet: adding one needs no deployment. */
  grantAppSecrets(fn: HouseFunction): void {
    fn.addEnvironment(environment.appSecretsPrefix, this.apps);
    const name = `${this.apps}/*`;
    const secrets = Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    fn.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secrets] }));
    StageKey.of(fn).grant(fn, 'secretsmanager', 'Decrypt');
    acknowledgeWildcard(
      fn.role,
      `arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${name}`,
      'Which apps there are, and which have secrets of their own, is decided after the deployment.',
    );
  }

  /** What lets us send as the business. */
  grantWhatsappAccess(fn: HouseFunction): void {
    grant(fn, environment.whatsappAccessSecret, this.whatsappAccess);
  }
}

function grant(fn: HouseFunction, variable: string, secret: ISecret): void {
  fn.addEnvironment(variable, secret.secretName);
  // Not the secret's own grant, which adds DescribeSecret. Behind the name of an imported secret is a suffix that AWS chooses.
  fn.addToRolePolicy(
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [`${secret.secretArn}-??????`] }),
  );
  // Whoever made the secrets may have put them under the same key.
  StageKey.of(fn).grant(fn, 'secretsmanager', 'Decrypt');
}
