import { Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct, type IConstruct } from 'constructs';

/** Services that use the key for whoever calls them. */
type Service = 'dynamodb' | 's3' | 'secretsmanager' | 'sqs';
type Operation = 'Decrypt' | 'DescribeKey' | 'Encrypt' | 'GenerateDataKey' | 'ReEncryptFrom' | 'ReEncryptTo';

/**
 * The key under which a stage keeps what people said: in the table, the bucket, the queues and the topic. It is the owner's, made and
 * kept outside of the stack, so that deleting a stack deletes no key; its policy lets services in, which no template can do
 * (docs/deploy.md, "A key of your own").
 */
export class StageKey extends Construct {
  /** Undefined = everything is encrypted with keys of AWS. */
  readonly key: IKey | undefined;

  /** @param keyArn of a symmetric key in the region of the stack */
  constructor(scope: Stack, keyArn: string | undefined) {
    super(scope, id);
    this.key = keyArn === undefined ? undefined : Key.fromKeyArn(this, 'Imported', keyArn);
  }

  /** The key of the stage in which something stands. */
  static of(scope: IConstruct): StageKey {
    const found = Stack.of(scope).node.tryFindChild(id);
    if (found instanceof StageKey) return found;
    throw new Error('The key of a stage is made before whatever it encrypts.');
  }

  /** Lets a role use the key by calls of one service, and not by itself. Nothing where there is no key. */
  grant(role: IGrantable, service: Service, ...operations: readonly Operation[]): void {
    if (this.key === undefined) return;
    role.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: operations.map((operation) => `kms:${operation}`),
        resources: [this.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(this).region}.amazonaws.com` } },
      }),
    );
  }
}

const id = 'Key';
