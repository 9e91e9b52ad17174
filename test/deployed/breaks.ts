import { fileURLToPath } from 'node:url';
import { statefulFaults } from '../lib/stateful-faults.ts';
import { run } from './child-process.ts';
import { checkDeadLetters } from './dead-letter-check.ts';
import { runJourneys } from './journeys.ts';
import { leadStage, type TourOptions } from './tour.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

const deliberate: readonly { readonly name: string; readonly title: string; readonly says: RegExp }[] = [
  {
    name: 'table',
    title: 'The table under another logical id',
    says: /DataTable\w+ \(AWS::DynamoDB::GlobalTable\) is not in/,
  },
  { name: 'queue', title: 'A subscription whose dead-letter queue is missing', says: /was-renamed-by-hand/ },
  { name: 'permission', title: 'Routes whose function may not read the table', says: /users: AccessDenied/ },
];

/** Deploys the stack with each deliberate break, and demands that the checks of the tour refuse it with a message that names the cause. */
export async function breaks({ aws, folder, progress, stage }: TourOptions): Promise<void> {
  for (const { name, title, says } of deliberate) {
    await progress.step(title, async () => {
      const broken = stage(`broken-${name}`);
      const refused = async (): Promise<string> => {
        await broken.commands.run('secrets');
        await broken.commands.run('bootstrap');
        const options = [
          '--app',
          'node test/deployed/broken-app.ts',
          '-c',
          `stage=${broken.name}`,
          '-c',
          `break=${name}`,
        ];
        await run('cdk', ['deploy', ...options], { env: broken.environment, cwd: project });
        const faults = statefulFaults(broken.resources());
        if (faults.length > 0) throw new Error(faults.join('\n'));
        await leadStage(broken, folder, aws);
        await checkDeadLetters(broken);
        await runJourneys(broken, folder);
        return '';
      };
      const message = await refused().catch((error: unknown) =>
        error instanceof Error ? error.message : String(error),
      );
      if (!says.test(message))
        throw new Error(message === '' ? 'Nothing noticed it.' : `Noticed for another reason:\n${message}`);
      return `refused:\n${message}`;
    });
  }
}
