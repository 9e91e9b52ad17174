import { GetSecretValueCommand, ResourceNotFoundException } from '@aws-sdk/client-secrets-manager';
import { shortestKey } from '../../../lambdas/adapters/aws/secrets.ts';
import { parseAccessToken } from '../../../lambdas/adapters/providers/meta/graph-sender.ts';
import { parseWebhookSecrets } from '../../../lambdas/adapters/providers/meta/signature.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

/** What is wrong with a value, said without it. */
export type SecretFault = 'missing' | 'empty' | 'placeholder' | 'wrong';

export interface SecretFacts {
  readonly kind: SecretKind;
  /** In Secrets Manager. */
  readonly name: string;
  readonly fault?: SecretFault | undefined;
  /** Of an access to Meta that is being rotated: two app secrets are in force. */
  readonly isRotating?: boolean | undefined;
  /** Functions that were last started anew before this value was written, by name. */
  readonly behind: readonly string[];
}

type SecretKind = 'identifierKeySecret' | 'whatsappWebhookSecret' | 'whatsappAccessSecret';

const kinds: { readonly [K in SecretKind]: { readonly form: string; readonly hurt: string } } = {
  identifierKeySecret: {
    form: `a text of ${shortestKey} characters or more; if there was one before, that one and no other`,
    hurt: 'Everybody: nobody is found, and everything about people is answered 5xx.',
  },
  whatsappWebhookSecret: {
    form: '{ "appSecrets": ["…"], "verifyToken": "…" }, the app secret from Meta, App settings > Basic',
    hurt: 'Whoever says STOP on WhatsApp: every webhook is refused, and Meta gives up after seven days.',
  },
  whatsappAccessSecret: {
    form: '{ "accessToken": "…" } of a system user in Meta',
    hurt: 'Whoever waits for a confirmation; short links of Meta cannot be made either.',
  },
};

export const secretsArea = area('secrets', read, (facts: readonly SecretFacts[]) => facts.flatMap(judgeSecret));

async function read(stage: Stage): Promise<readonly SecretFacts[]> {
  const functions = await stage.functions();
  return Promise.all(
    (Object.keys(kinds) as SecretKind[]).map(async (kind) => {
      const variable = environment[kind];
      const readers = functions.filter((each) => each.environment[variable] !== undefined);
      const name = readers[0]?.environment[variable] ?? '';
      try {
        const found = await stage.clients.secrets.send(new GetSecretValueCommand({ SecretId: name }));
        const writtenAt = found.CreatedDate?.getTime() ?? 0;
        return {
          kind,
          name,
          ...lookAt(kind, found.SecretString ?? ''),
          behind: readers.filter(({ changedAt }) => changedAt < writtenAt).map((each) => each.name),
        };
      } catch (error) {
        const isGone =
          error instanceof ResourceNotFoundException ||
          (error instanceof Error && error.name === 'InvalidRequestException' && /delet/i.test(error.message));
        if (!isGone) throw error;
        return { kind, name, fault: 'missing' as const, behind: [] };
      }
    }),
  );
}

/** What somebody left standing where the value belongs: whole words, as a made-up key may hold any letters by chance. */
const placeholder =
  /…|\.{3}|^<.*>$|(?<![a-z0-9])(change[-_ ]?me|place[-_ ]?holder|replace[-_ ]?me|example|your[-_ ][a-z]+)(?![a-z0-9])|^(.)\2+$/i;

/** Judges a value. Nothing of it is in what comes out. */
export function lookAt(kind: SecretKind, value: string): Pick<SecretFacts, 'fault' | 'isRotating'> {
  const text = value.trim();
  if (text === '') return { fault: 'empty' };
  if (kind === 'identifierKeySecret') {
    if (placeholder.test(text)) return { fault: 'placeholder' };
    return { fault: text.length < shortestKey ? 'wrong' : undefined };
  }
  try {
    const fields: unknown = JSON.parse(text);
    const values = kind === 'whatsappAccessSecret' ? [parseAccessToken(fields)] : wordsOf(fields);
    if (values.some((each) => placeholder.test(each))) return { fault: 'placeholder' };
    return { isRotating: kind === 'whatsappWebhookSecret' && values.length > 2 };
  } catch {
    // The error may quote the value.
    return { fault: placeholder.test(text) ? 'placeholder' : 'wrong' };
  }
}

function wordsOf(fields: unknown): readonly string[] {
  const { appSecrets, verifyToken } = parseWebhookSecrets(fields);
  return [...appSecrets, verifyToken];
}

const said: { readonly [F in SecretFault]: string } = {
  missing: 'is not there',
  empty: 'is empty',
  placeholder: 'still holds a placeholder',
  wrong: 'has not the form that it must have',
};

/** Whether a secret is there and can be used, and whether whoever reads it has read this one. */
export function judgeSecret({ kind, name, fault, isRotating, behind }: SecretFacts): readonly Finding[] {
  const { form, hurt } = kinds[kind];
  if (fault !== undefined) {
    const verb = fault === 'missing' ? 'create-secret --name' : 'put-secret-value --secret-id';
    return [
      {
        severity: 'broken',
        what: `The secret ${name} ${said[fault]}.`,
        hurt,
        todo: `aws secretsmanager ${verb} ${name} --secret-string file:///dev/stdin, with ${form}`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (behind.length > 0) {
    findings.push({
      severity: 'should',
      what: `The secret ${name} was changed after ${behind.join(', ')} last started anew.`,
      hurt: 'Whoever meets a warm environment: it keeps the old value until it goes.',
      todo: 'docs/deploy.md, Rotating a secret: any change of the configuration starts new ones.',
    });
  }
  if (isRotating) {
    findings.push({
      severity: 'note',
      what: `The secret ${name} holds two app secrets: a rotation is going on.`,
      hurt: 'Nobody; but whoever has the old one can still sign.',
      todo: 'A day after the change in Meta, write the new one alone.',
    });
  }
  return findings;
}
