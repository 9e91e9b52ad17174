import { ExecutionAlreadyExists, SFNClient, type SFNClientConfig, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { ExportInput } from '../../contract/export-steps.ts';
import type { ExportStarter } from '../../use-cases/exports/ports.ts';

/** Starts exports as executions of the state machine, named by the export. */
export function exportStateMachine(stateMachineArn: string, config: SFNClientConfig = {}): ExportStarter {
  const client = new SFNClient(config);
  return {
    async start({ appId, purposeId, exportId }) {
      const input: ExportInput = { appId, purposeId, exportId };
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name: exportId, input: JSON.stringify(input) }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}
