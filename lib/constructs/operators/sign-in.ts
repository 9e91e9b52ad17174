import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { userPoolOutput } from '../../../lambdas/contract/deployment.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { signInGroups } from '../../../lambdas/contract/sign-in.ts';
import type { HouseFunction } from '../functions/house-function.ts';

export interface SignInProps {
  /** Prefix of the address of the pages on which people sign in; nobody else in the region has it. */
  readonly domain: string;
  /** Whether everybody needs a second factor: a code of an authenticator app. */
  readonly secondFactor: boolean;
  /** Where people come back to: the console. */
  readonly returnUrl: string;
  readonly authorizer: HouseFunction;
  readonly health: HouseFunction;
  readonly admin: HouseFunction;
  /** Serves the console, whose policy lets it ask this pool. */
  readonly consoleFiles: HouseFunction;
}

/** The calls by which people are invited, changed and removed. */
const adminCalls = [
  'AdminAddUserToGroup',
  'AdminCreateUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
  'AdminListGroupsForUser',
  'AdminRemoveUserFromGroup',
  'AdminUserGlobalSignOut',
];

/**
 * The people of the business who sign in: an Amazon Cognito user pool with its own pages, of which the console is the one client. It has
 * no secret (a browser keeps none) and takes nothing but the authorization code with PKCE. What a token says is checked by the authorizer.
 */
export class SignIn extends Construct {
  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      signInAliases: { email: true },
      autoVerify: { email: true },
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      // On the pages that Cognito shows, a factor that is only offered can be set up by nobody.
      mfa: props.secondFactor ? Mfa.REQUIRED : Mfa.OFF,
      mfaSecondFactor: { otp: true, sms: false },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'Threat protection needs a plan of its own; people sign in by invitation, with a second factor.',
    });
    for (const groupName of signInGroups) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: pool.userPoolId, groupName });
    }
    const client = new UserPoolClient(this, 'Console', {
      userPool: pool,
      generateSecret: false,
      // One must be named, or Cognito allows several.
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // Without `aws.cognito.signin.user.admin` a token can change nothing of its account.
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [props.returnUrl],
        logoutUrls: [props.returnUrl],
      },
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(12),
      refreshTokenRotationGracePeriod: Duration.seconds(60),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    const pages = pool.addDomain('Pages', {
      cognitoDomain: { domainPrefix: props.domain },
      // The newer pages show nothing before they are given a look, which CloudFormation of an emulator cannot do.
      managedLoginVersion: ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });

    const { region, urlSuffix } = Stack.of(this);
    // By hand: the pool's own attribute says the same, and the emulator does not know it.
    const issuer = `https://cognito-idp.${region}.${urlSuffix}/${pool.userPoolId}`;
    for (const fn of [props.authorizer, props.health, props.admin]) {
      fn.addEnvironment(environment.signInIssuer, issuer);
      fn.addEnvironment(environment.signInClient, client.userPoolClientId);
    }
    props.health.addEnvironment(environment.signInUrl, pages.baseUrl());
    props.consoleFiles.addEnvironment(environment.signInUrl, pages.baseUrl());
    props.health.addEnvironment(environment.signInReturnUrl, props.returnUrl);
    const actions = adminCalls.map((call) => `cognito-idp:${call}`);
    props.admin.addToRolePolicy(new PolicyStatement({ actions, resources: [pool.userPoolArn] }));
    new CfnOutput(Stack.of(this), userPoolOutput, { value: pool.userPoolId });
  }
}
