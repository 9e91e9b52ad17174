import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { acknowledgeWildcard } from '../functions/acknowledge-wildcard.ts';
import type { HouseFunction } from '../functions/house-function.ts';

/** Lets a function send text messages from the numbers of this account. */
export function grantSmsSending(fn: HouseFunction): void {
  const numbers = Stack.of(fn).formatArn({ service: 'sms-voice', resource: 'phone-number', resourceName: '*' });
  fn.addToRolePolicy(new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources: [numbers] }));
  acknowledgeWildcard(
    fn.role,
    'arn:<AWS::Partition>:sms-voice:<AWS::Region>:<AWS::AccountId>:phone-number/*',
    'Which numbers exist is known from the settings of the apps, which are made by API after the deployment.',
  );
}
