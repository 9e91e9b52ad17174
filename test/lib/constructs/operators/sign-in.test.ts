import { describe, expect, test } from 'vitest';
import { signInGroups } from '../../../../lambdas/contract/sign-in.ts';
import { roles } from '../../../../lambdas/domain/operators/roles.ts';
import { stageSettings } from '../../../../lib/stage-settings.ts';
import { newApp, spell, synthesise } from '../../synthesised-stack.ts';

const without = synthesise();
const stack = synthesise({ signInDomain: 'acme-optins' });
const environmentOf = (name: 'authorizer' | 'health' | 'admin' | 'pages' | 'console', of = stack) =>
  (of.functionNamed(name).properties.Environment as { Variables: Record<string, unknown> }).Variables;

describe('without signInDomain', () => {
  test('there is nothing of it', () => {
    expect(without.ofType('AWS::Cognito::UserPool')).toEqual([]);
    for (const name of ['authorizer', 'health', 'admin', 'console'] as const) {
      expect(Object.keys(environmentOf(name, without)).filter((each) => each.startsWith('SIGN_IN'))).toEqual([]);
    }
    expect(JSON.stringify(without.template.toJSON())).not.toMatch(/cognito/i);
  });
});

describe('the user pool', () => {
  const pool = stack.only('AWS::Cognito::UserPool');

  test('takes nobody who was not invited, and asks for a long password and a second factor', () => {
    expect(pool.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameAttributes: ['email'],
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 7 } },
      DeletionProtection: 'ACTIVE',
    });
  });

  test('is kept when it leaves the template', () => {
    stack.template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('asks for no second factor where that is switched off', () => {
    const off = synthesise({ signInDomain: 'acme-optins', signInSecondFactor: 'false' });
    expect(off.only('AWS::Cognito::UserPool').properties).toMatchObject({ MfaConfiguration: 'OFF' });
  });

  test('has a group for each role', () => {
    const groups = stack.ofType('AWS::Cognito::UserPoolGroup').map(({ properties }) => properties.GroupName);
    expect(groups.toSorted()).toEqual([...roles].toSorted());
    expect(signInGroups).toEqual(roles);
  });

  test('has the classic pages, which an emulator can show', () => {
    expect(stack.only('AWS::Cognito::UserPoolDomain').properties).toMatchObject({
      Domain: 'acme-optins',
      ManagedLoginVersion: 1,
    });
  });
});

describe('its client', () => {
  const { properties } = stack.only('AWS::Cognito::UserPoolClient');

  test('is public, takes the code only, and can change nothing of an account', () => {
    expect(properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'email'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });

  test('gives access for five minutes, for a working day', () => {
    expect(properties).toMatchObject({
      AccessTokenValidity: 5,
      IdTokenValidity: 5,
      RefreshTokenValidity: 720,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
    });
  });

  test('leads back to the console, and nowhere else', () => {
    const back = (urls: unknown) => (urls as unknown[]).map(spell);
    expect(back(properties.CallbackURLs)).toEqual([expect.stringMatching(/^https:\/\/.*\/console$/)]);
    expect(back(properties.LogoutURLs)).toEqual(back(properties.CallbackURLs));
    const own = synthesise({ signInDomain: 'acme-optins', publicUrl: 'https://optins.acme.example/' });
    expect(own.only('AWS::Cognito::UserPoolClient').properties.CallbackURLs).toEqual([
      'https://optins.acme.example/console',
    ]);
  });
});

describe('who knows of it', () => {
  test('are the authorizer, admin and health', () => {
    for (const name of ['authorizer', 'admin', 'health'] as const) {
      expect(spell(environmentOf(name).SIGN_IN_ISSUER)).toMatch(/^https:\/\/cognito-idp\..*\/\{SignInPool\w+\}$/);
    }
    expect(environmentOf('pages')).not.toHaveProperty('SIGN_IN_ISSUER');
  });

  test('the console is told only where its pages are, for its policy', () => {
    const told = Object.entries(environmentOf('console')).filter(([name]) => name.startsWith('SIGN_IN'));
    expect(told.map(([name, value]) => [name, spell(value)])).toEqual([
      ['SIGN_IN_URL', spell(environmentOf('health').SIGN_IN_URL)],
    ]);
  });

  test('admin alone may touch accounts, and only of this pool', () => {
    const touching = (name: 'authorizer' | 'health' | 'admin' | 'pages') =>
      stack.permissionsOf(name).filter(({ actions }) => actions.some((each) => each.startsWith('cognito')));
    expect(touching('admin')).toEqual([
      {
        actions: [
          'cognito-idp:AdminAddUserToGroup',
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminDisableUser',
          'cognito-idp:AdminEnableUser',
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminListGroupsForUser',
          'cognito-idp:AdminRemoveUserFromGroup',
          'cognito-idp:AdminUserGlobalSignOut',
        ],
        resources: [expect.stringMatching(/^\{SignInPool\w+\.Arn\}$/)],
      },
    ]);
    for (const name of ['authorizer', 'health', 'pages'] as const) expect(touching(name)).toEqual([]);
  });
});

test.each(['Acme', 'acme_optins', '-acme', 'acme-', 'my-aws', 'cognito-acme', 'a'.repeat(64)])(
  'the prefix %s is refused before anything is made',
  (signInDomain) => {
    expect(() => stageSettings(newApp({ signInDomain }).node)).toThrow('signInDomain');
  },
);
