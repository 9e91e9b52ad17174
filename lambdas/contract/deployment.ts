/** What the deployed stack and everything that reads its template or its outputs must agree on. */

/** Key of the CloudFormation metadata of a function that says which `FunctionName` it is; local mode finds its handler by it. */
export const functionMetadata = 'OptLedger::Function';

/** Key of the metadata of a dead-letter queue, which says who is hurt when something lies there; `optledger doctor` finds it by it. */
export const deadLettersMetadata = 'OptLedger::DeadLetters';

/** `source` of every event on the bus of a stage. Customers' rules are written by it. */
export const eventSource = 'io.optledger';

/** How long the files of an import are kept, in days: they say to whom it gave what an undo takes back. */
export const importFilesLiveForDays = 90;

/** Top folders of the export bucket: functions may touch only theirs, and each has its own lifetime. */
export const exportFolders = {
  /** What the shards wrote, before the close; deleted by the finish, and after a day in any case. */
  parts: 'parts/',
  /** Finished audiences and their manifests. */
  audiences: 'audiences/',
  /** Files that are imported, and what is made of them. */
  imports: 'imports/',
} as const;

/** Names of the stack's outputs. */
export const outputs = {
  apiUrl: 'ApiUrl',
  smsTopicArn: 'SmsTopicArn',
  whatsappTopicArn: 'WhatsappTopicArn',
  tableName: 'TableName',
  exportBucketName: 'ExportBucketName',
  stateMachineArn: 'StateMachineArn',
  eventBusName: 'EventBusName',
} as const;

/** The output that a stage has besides when people sign in. */
export const userPoolOutput = 'UserPoolId';
