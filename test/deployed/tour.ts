import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statefulFaults } from '../lib/stateful-faults.ts';
import { openShop } from '../support/journeys/shop.ts';
import { run } from './child-process.ts';
import { openTheConsoles } from './console-visit.ts';
import { checkDeadLetters } from './dead-letter-check.ts';
import { askDoctor, breakWires } from './doctor-check.ts';
import type { EmulatedAws } from './emulated-aws.ts';
import { grantsTable, tryGrants } from './grants.ts';
import { runJourneys } from './journeys.ts';
import type { Progress } from './progress.ts';
import { spellSchedulesAsTheEmulator } from './schedule-spelling.ts';
import { poolOutlives, signPeopleIn } from './sign-in.ts';
import { leadCurl, type Stage } from './stage.ts';
import { tickingSchedule } from './ticking-schedule.ts';
import { holdingsOf, lost, upgrade } from './upgrade.ts';
import { mustNotForget, peopleBefore, type Remembered, restore, stopAndStart } from './way-back.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface TourOptions {
  readonly aws: EmulatedAws;
  /** For what the steps write. */
  readonly folder: string;
  readonly progress: Progress;
  stage(name: string): Stage;
}

/** From an empty account to two stages, used, upgraded, tried and removed. Rejects at the first step that fails. */
export async function tour({ aws, folder, progress, stage }: TourOptions): Promise<void> {
  const [blue, green] = [stage('blue'), stage('green')];
  await progress.step('cdk bootstrap', async () => {
    await blue.commands.run('bootstrap');
    return 'ok';
  });
  await progress.step('Stage blue by the commands of docs/deploy.md', () => deploy(blue, folder, aws));
  await progress.step('Stage green by them, with the user pool of docs/people.md', () => withPool(green, folder, aws));
  await progress.step('cfn-lint', async () => {
    const templates = [blue, green].map(({ assembly, stackName }) => join(assembly, `${stackName}.template.json`));
    await run('cfn-lint', ['--', ...templates], { env: blue.environment, cwd: project });
    return `${templates.length} templates, no error and no warning`;
  });
  await progress.step('What is kept, and what catches failures', async () => {
    const faults = statefulFaults(blue.resources());
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const edges = await checkDeadLetters(blue);
    return `every stateful resource is where it was; ${edges} asynchronous edges end in a queue that exists`;
  });
  await progress.step("The doctor's report", () => askDoctor(blue));
  const tick = await tickingSchedule(green);
  await progress.step('Journeys', () => runJourneys(blue, folder));
  await progress.step('People sign in', () => signPeopleIn(green, aws.url));
  await progress.step('The console in a Chromium', () => openTheConsoles(blue, green, folder));
  await progress.step('Secrets rotated by the commands of docs/deploy.md', () => rotate(blue));
  await progress.step('Upgrade while a client asks', () => upgrade(blue));
  await progress.step('A schedule that fires by itself', tick);
  await grantsOf(green, progress);
  const people = await stopped(blue, progress);
  await progress.step('Broken wires, told by the doctor', () => breakWires(blue));
  await progress.step('Stages removed', async () => {
    const [before, pool] = [await holdingsOf(blue), await green.physicalId('AWS::Cognito::UserPool')];
    for (const each of [blue, green]) await each.commands.run('remove');
    const gone = lost(before, await holdingsOf(blue));
    if (gone.length > 0) throw new Error(`Removing the stack took what it must keep: ${gone.slice(0, 5).join(', ')}.`);
    await poolOutlives(pool);
    await green.commands.run('erase');
    return `kept: ${before.items.size} items and ${before.files.size} files of stage blue, the people of green; the rest of green erased by hand`;
  });
  await restored(blue, people, { aws, folder, progress });
}

/** The sign-in alone, on one stage. */
export async function signIn({ aws, folder, progress, stage }: TourOptions): Promise<void> {
  const green = stage('green');
  await progress.step('A stage with a user pool', async () => {
    await green.commands.run('bootstrap');
    return withPool(green, folder, aws);
  });
  await progress.step('People sign in', () => signPeopleIn(green, aws.url));
}

/** Some journeys alone, on one stage that nothing else was done with. */
export function journeysNamed(part: string): (options: TourOptions) => Promise<void> {
  return async ({ aws, folder, progress, stage }) => {
    const blue = stage('blue');
    await progress.step('A stage', async () => {
      await blue.commands.run('bootstrap');
      return deploy(blue, folder, aws);
    });
    await progress.step(`Journeys with "${part}" in their name`, () => runJourneys(blue, folder, part));
  };
}

/** The grants alone, on one stage that nothing else was done with. */
export async function grants({ aws, folder, progress, stage }: TourOptions): Promise<void> {
  const green = stage('green');
  await progress.step('A stage with a user pool', async () => {
    await green.commands.run('bootstrap');
    return withPool(green, folder, aws);
  });
  await grantsOf(green, progress);
}

/** The way back alone, on one stage with little in it. */
export async function wayBack({ aws, folder, progress, stage }: TourOptions): Promise<void> {
  const blue = stage('blue');
  await progress.step('A stage', async () => {
    await blue.commands.run('bootstrap');
    return deploy(blue, folder, aws);
  });
  const people = await stopped(blue, progress);
  await progress.step('The stage removed', async () => {
    await blue.commands.run('remove');
    return 'its table is kept';
  });
  await restored(blue, people, { aws, folder, progress });
}

function grantsOf(stage: Stage, progress: Progress): Promise<void> {
  return progress.step('Grants, each taken away once', async () => {
    const trials = await tryGrants(stage);
    console.log(grantsTable(trials));
    const unused = trials.filter(({ outcome }) => outcome === 'unused');
    const count = (outcome: string): number => trials.filter((each) => each.outcome === outcome).length;
    if (unused.length > 0) {
      const list = unused.map(({ owner, action, resource }) => `  ${owner}: ${action} on ${resource}`).join('\n');
      throw new Error(`Nothing needs these grants; they go, or they get a probe:\n${list}`);
    }
    const result = `${count('needed')} tried, something fails without each; ${trials.length - count('needed')} judged in the template`;
    return { result, checks: count('needed') };
  });
}

async function stopped(stage: Stage, progress: Progress): Promise<Remembered> {
  const people = await peopleBefore(stage);
  await progress.step('The writers stopped and started by the commands of docs/runbook.md', () =>
    stopAndStart(stage, people),
  );
  return people;
}

async function restored(
  stage: Stage,
  people: Remembered,
  { aws, folder, progress }: Omit<TourOptions, 'stage'>,
): Promise<void> {
  await progress.step('A stage that was removed, deployed without its table', () => mustNotForget(stage));
  await progress.step('The table restored by the commands of docs/runbook.md', () =>
    restore(stage, people, () => leadStage(stage, folder, aws)),
  );
}

const withPool = (stage: Stage, folder: string, aws: EmulatedAws) => deploy(stage, folder, aws, 'deploy-with-sign-in');

async function deploy(stage: Stage, folder: string, aws: EmulatedAws, block = 'deploy'): Promise<string> {
  await stage.commands.run('secrets');
  await stage.commands.run(block);
  await leadStage(stage, folder, aws);
  await stage.commands.run('first-app');
  const answers = await stage.commands.run('first-opt-in');
  if (!answers.includes('"decision":"allow"')) throw new Error(`The first opt-in did not count: ${answers}`);
  const challenge = await stage.commands.run('verify-webhook');
  if (challenge !== '1158201444') throw new Error(`The webhook answers its verification with ${challenge}`);
  return `${(await stage.physicalIds()).size} resources, a key, an app, an opt-in: ${stage.commands.exported('API')}`;
}

/** Notes the outputs of a deployed stage, leads its callers to loopback and makes the first key. */
export async function leadStage(stage: Stage, folder: string, aws: EmulatedAws): Promise<void> {
  await stage.commands.run('outputs');
  leadCurl(stage.commands.exported('API'), join(folder, stage.name), aws);
  await spellSchedulesAsTheEmulator(stage);
  await stage.commands.run('first-key');
}

/** After the commands a webhook with the new secret is taken, and with the old one as long as both are in it. */
async function rotate(stage: Stage): Promise<string> {
  const shop = await openShop('rotation', {}, await stage.target(`rotation-${stage.name}`));
  await stage.commands.run('rotate-app-secret');
  const statuses = await Promise.all(
    [stage.commands.exported('META_APP_SECRET'), stage.commands.exported('NEW_META_APP_SECRET'), 'x'.repeat(32)].map(
      (secret) => shop.target.whatsapp({ object: 'whatsapp_business_account', entry: [] }, secret),
    ),
  );
  if (statuses.join() !== '200,200,401') throw new Error(`Old, new and foreign secret were answered ${statuses}.`);
  return 'webhooks signed with the old and the new secret are taken, others are not';
}
