import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { OptLedgerStack } from '../lib/optledger-stack.ts';
import { stageSettings } from '../lib/stage-settings.ts';

const app = new App();
new OptLedgerStack(app, stageSettings(app.node));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
