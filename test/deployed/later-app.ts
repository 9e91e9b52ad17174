/** The stack as a later version might be: one more function and route, and one more variable for every function. */
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { HouseFunction } from '../../lib/constructs/functions/house-function.ts';
import { OptLedgerStack } from '../../lib/optledger-stack.ts';
import { stageSettings } from '../../lib/stage-settings.ts';

const app = new App();
const stack = new OptLedgerStack(app, stageSettings(app.node));
const constructs = stack.node.findAll();
const api = constructs.find((each) => each instanceof HttpApi);
if (api === undefined) throw new Error('The stack has no HTTP API.');

const environment = { LATER_VERSION: '2' };
const later = new NodejsFunction(stack, 'Later', {
  entry: fileURLToPath(new URL('later-function.ts', import.meta.url)),
  runtime: Runtime.NODEJS_24_X,
  bundling: { format: OutputFormat.ESM },
  environment,
});
api.addRoutes({
  path: '/v1/later',
  methods: [HttpMethod.GET],
  integration: new HttpLambdaIntegration('LaterIntegration', later),
});
for (const each of constructs)
  if (each instanceof HouseFunction) each.addEnvironment('LATER_VERSION', environment.LATER_VERSION);
