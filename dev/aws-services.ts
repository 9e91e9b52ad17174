import { json, type LocalRequest, type LocalResponse } from './machine/loopback-server.ts';
import type { Executions } from './schedules/executions.ts';
import type { Schedules } from './schedules/schedules.ts';

/** Sends each request of an SDK to the service that it speaks to: by its target header, or by the path of the Scheduler. */
export function awsServices(services: {
  readonly secrets: (request: LocalRequest) => LocalResponse;
  readonly sqs: (request: LocalRequest) => LocalResponse;
  readonly events: (request: LocalRequest) => LocalResponse;
  readonly executions: Executions;
  readonly schedules: Schedules;
}): (request: LocalRequest) => Promise<LocalResponse> {
  return async (request) => {
    const operation = String(request.headers['x-amz-target'] ?? '');
    if (operation === 'secretsmanager.GetSecretValue') return services.secrets(request);
    if (operation === 'AmazonSQS.SendMessage') return services.sqs(request);
    if (operation === 'AWSEvents.PutEvents') return services.events(request);
    if (operation.startsWith('AWSStepFunctions.')) return services.executions.answer(request);
    if (request.target.startsWith('/schedules')) return services.schedules.answer(request);
    const message = `Local mode has no ${operation || request.target}.`;
    return json(400, { __type: 'UnknownOperationException', message });
  };
}
