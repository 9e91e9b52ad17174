import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { environment } from '../../../lambdas/contract/environment.ts';
import { acknowledgeWildcard } from '../functions/acknowledge-wildcard.ts';
import type { HouseFunction } from '../functions/house-function.ts';

/** Lets a function send WhatsApp messages from the numbers that are linked to this account. */
export function grantSocialSending(fn: HouseFunction): void {
  const numbers = Stack.of(fn).formatArn({
    service: 'social-messaging',
    resource: 'phone-number-id',
    resourceName: '*',
  });
  fn.addToRolePolicy(new PolicyStatement({ actions: ['social-messaging:SendWhatsAppMessage'], resources: [numbers] }));
  fn.addEnvironment(environment.whatsappByAws, 'true');
  acknowledgeWildcard(
    fn.role,
    'arn:<AWS::Partition>:social-messaging:<AWS::Region>:<AWS::AccountId>:phone-number-id/*',
    'Which numbers exist is known from the settings of the apps, which are made by API after the deployment.',
  );
}
