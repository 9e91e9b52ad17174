import { ExecutionAlreadyExists, SFNClient, type SFNClientConfig, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { ExportInput } from '../../contract/export-steps.ts';
import type { ImportInput } from '../../contract/import-steps.ts';
import type { ExportStarter } from '../../use-cases/exports/ports.ts';
import type { ImportStarter } from '../../use-cases/imports/ports.ts';

/** Starts exports as executions of the state machine, named by the export. */
export function exportStateMachine(stateMachineArn: string, config: SFNClientConfig = {}): ExportStarter {
  const start = starter(stateMachineArn, config);
  return {
    async start({ appId, purposeId, exportId }) {
      const input: ExportInput = { appId, purposeId, exportId };
      await start(exportId, input);
    },
  };
}

/** Starts imports as executions of theirs, named by the import, what is done, and the execution's number. */
export function importStateMachine(stateMachineArn: string, config: SFNClientConfig = {}): ImportStarter {
  const start = starter(stateMachineArn, config);
  return {
    start({ appId, importId, mode, run, attempt }) {
      const input: ImportInput = { appId, importId, mode, run, attempt };
      return start(`${importId}-${mode}-${attempt}`, input);
    },
  };
}

/**
 * Starts an execution; one of the same name is started once. A name that is running is answered as when it was started, and one that has
 * ended is refused (Step Functions, API reference of StartExecution).
 *
 * @returns false where it has ended
 */
function starter(stateMachineArn: string, config: SFNClientConfig) {
  const client = new SFNClient(config);
  return async (name: string, input: object): Promise<boolean> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      return true;
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
      return false;
    }
  };
}
