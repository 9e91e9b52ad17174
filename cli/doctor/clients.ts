import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

export type Clients = ReturnType<typeof openClients>;

/** A client for each service, with the region and the credentials of the operator (`AWS_…` variables or a profile). */
export function openClients() {
  return {
    api: new ApiGatewayV2Client({}),
    apiAccount: new APIGatewayClient({}),
    cloudformation: new CloudFormationClient({}),
    cloudwatch: new CloudWatchClient({}),
    dynamodb: new DynamoDBClient({}),
    lambda: new LambdaClient({}),
    secrets: new SecretsManagerClient({}),
    sms: new PinpointSMSVoiceV2Client({}),
    sns: new SNSClient({}),
    // Behind an endpoint of one's own (a proxy, an emulator) the URL of a queue may name another host.
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
  };
}
