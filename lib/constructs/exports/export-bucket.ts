import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { exportFolders, importFilesLiveForDays } from '../../../lambdas/contract/deployment.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { acknowledgeWildcard, inFinding } from '../functions/acknowledge-wildcard.ts';
import type { HouseFunction } from '../functions/house-function.ts';
import { StageKey } from '../secrets/stage-key.ts';

/** A list of who may be messaged ages fast; whoever still needs an old one keeps a copy under rules of their own. */
const audiencesLiveFor = Duration.days(90);
/** A file of an import holds people's numbers; what it proves is its hash, which lies in the ledger. */
const importsLiveFor = Duration.days(importFilesLiveForDays);

/** Where exports lie: private, over TLS only, and not for ever. Each `grant…` method gives the bucket's name and the permission together. */
export class ExportBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { key } = StageKey.of(this);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // With a key of its own for each bucket, made of the stage's, KMS is not asked for every file.
      ...(key === undefined
        ? { encryption: BucketEncryption.S3_MANAGED }
        : { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }),
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      // A browser sends the file of an import itself, and reads what came of trying it, by addresses that the API signed: they are what
      // lets somebody in, wherever they are used from. The console may have a name of its own, before a proxy.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedOrigins: ['*'],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { id: 'parts', prefix: exportFolders.parts, expiration: Duration.days(1) },
        { id: 'audiences', prefix: exportFolders.audiences, expiration: audiencesLiveFor },
        { id: 'imports', prefix: exportFolders.imports, expiration: importsLiveFor },
        { id: 'uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Downloads go through links that the API signs for a key and logs; a log bucket would keep addresses of their readers.',
    });
  }

  /** Putting files there from a browser by links that are signed elsewhere: the console's policy names the address, and nothing is granted. */
  nameForUploads(fn: HouseFunction): void {
    fn.addEnvironment(environment.consoleUploadUrl, `https://${this.bucket.bucketRegionalDomainName}`);
  }

  /** Signing links to finished audiences: a link can do what its signer may do. */
  grantReadAudiences(fn: HouseFunction): void {
    this.grant(fn, exportFolders.audiences, ['s3:GetObject']);
  }

  /** Writing the part of a shard. */
  grantWriteParts(fn: HouseFunction): void {
    this.grant(fn, exportFolders.parts, ['s3:PutObject', 's3:AbortMultipartUpload']);
  }

  /** Making audiences out of parts. */
  grantAssemble(fn: HouseFunction): void {
    this.grant(fn, exportFolders.parts, ['s3:GetObject', 's3:DeleteObject']);
    this.grant(fn, exportFolders.audiences, ['s3:PutObject', 's3:AbortMultipartUpload']);
  }

  /** Signing uploads of files and links to reports, and taking a small file from a call. */
  grantTakeImports(fn: HouseFunction): void {
    this.grant(fn, exportFolders.imports, ['s3:GetObject', 's3:PutObject']);
  }

  /** Reading files and writing what is made of them. */
  grantReadImports(fn: HouseFunction): void {
    this.grant(fn, exportFolders.imports, ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload']);
  }

  private grant(fn: HouseFunction, folder: string, actions: string[]): void {
    fn.addEnvironment(environment.exportBucket, this.bucket.bucketName);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [this.bucket.arnForObjects(`${folder}*`)] }));
    // Putting parts of an upload together wants Decrypt too (S3, "Multipart uploads with SSE-KMS").
    const writes = actions.includes('s3:PutObject');
    StageKey.of(this).grant(fn, 's3', 'Decrypt', ...(writes ? (['GenerateDataKey'] as const) : []));
    acknowledgeWildcard(
      fn.role,
      `${inFinding(this.bucket, 'Arn')}/${folder}*`,
      'One folder of one bucket: the names of objects carry ids that are made at run time.',
    );
  }
}
