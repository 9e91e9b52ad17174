import { Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { newApp, synthesise } from './synthesised-stack.ts';

interface Named {
  readonly rule: string;
  readonly path: string;
}

// With everything that a setting adds.
const { app, stack } = synthesise({
  silenceHours: '6',
  signInDomain: 'acme-optins',
  copyVaultArn: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:optledger',
});
const packs = (scope: IConstruct): NagPack[] => [new AwsSolutionsChecks(scope), new ServerlessChecks(scope)];
const findings = (checks: readonly NagPack[], scope: IConstruct): Named[] =>
  checks
    .flatMap((pack) => pack.validateScope(scope).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
    );

const acknowledged: (Named & { readonly reason: string })[] = stack.node.findAll().flatMap(({ node }) =>
  node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .map(([rule, reason]) => ({ rule: rule.replace(/^annotation::/i, ''), path: node.path, reason })),
);

describe('cdk-nag', () => {
  test('finds nothing that is not acknowledged', () => {
    expect(findings(packs(app), stack)).toEqual([]);
  });

  test('does look: an open bucket is found', () => {
    const other = new Stack(newApp(), 'Other');
    new Bucket(other, 'Open');
    expect(findings(packs(other), other).map(({ rule }) => rule)).toContain('AwsSolutions-S10');
  });

  test.each(acknowledged.map((each) => [`${each.rule} at ${each.path}`, each.reason] as const))(
    '%s has a reason',
    (_, reason) => {
      expect(reason).toMatch(/^[A-Za-z].{30,}\.$/);
    },
  );

  test('nothing is acknowledged that is not found: an old excuse would hide a new fault', () => {
    const all = findings(
      packs(app).map((pack) => Object.assign(pack, { isAcknowledged: () => false })),
      stack,
    );
    const needed = acknowledged.filter((each) =>
      all.some(({ rule, path }) => rule === each.rule && `${path}/`.startsWith(`${each.path}/`)),
    );
    // A house construct gives the same reason wherever it is used; it is needed when one of its uses is.
    const stale = acknowledged.filter(
      (each) => !needed.some(({ rule, reason }) => rule === each.rule && reason === each.reason),
    );
    expect(stale).toEqual([]);
  });
});
