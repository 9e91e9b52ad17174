import type { Node } from 'constructs';
import type { AlarmsProps } from './constructs/alarms.ts';
import type { StageSecretsProps } from './constructs/stage-secrets.ts';

/** What differs from stage to stage. */
export interface StageSettings {
  /** Part of the stack's name: a word of small letters, digits and dashes. */
  readonly stage: string;
  readonly secrets: StageSecretsProps;
  readonly alarms: AlarmsProps;
  /** Base URL of Meta's Graph API with its version. */
  readonly graphUrl: string;
  /** Base URL of the public pages, when the API has a domain of its own; without it the API's. No slash at the end. */
  readonly publicUrl?: string;
}

/** The version against which the sender was written; Meta keeps a version for two years. */
const graphUrl = 'https://graph.facebook.com/v26.0';

/**
 * Reads the settings from the context (`-c stage=prod -c alarmTopicArn=…`). Every one has a default.
 * Throws when the stage cannot be part of a stack's name.
 */
export function stageSettings(node: Node): StageSettings {
  const read = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const stage = read('stage') ?? 'dev';
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(stage)) {
    throw new Error(`The stage "${stage}" must be 1 to 20 small letters, digits and dashes, and start with a letter.`);
  }
  const publicUrl = read('publicUrl');
  const alarmTopicArn = read('alarmTopicArn');
  return {
    stage,
    secrets: {
      identifierKey: read('identifierKeySecret') ?? `optledger/${stage}/identifier-key`,
      whatsappWebhook: read('whatsappWebhookSecret') ?? `optledger/${stage}/whatsapp-webhook`,
      whatsappAccess: read('whatsappAccessSecret') ?? `optledger/${stage}/whatsapp-access`,
    },
    alarms: alarmTopicArn === undefined ? {} : { topicArn: alarmTopicArn },
    graphUrl: read('graphUrl') ?? graphUrl,
    ...(publicUrl !== undefined && { publicUrl: publicUrl.replace(/\/+$/, '') }),
  };
}
