import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Resource } from './template.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Synthesises the stack into `folder` and gives its template. Nothing is bundled and CloudFormation's own validation is
 * left to `npm run synth`, so it takes a second or two. Errors: what the CDK app complained about.
 */
export async function synthesize(folder: string): Promise<{ readonly Resources: Readonly<Record<string, Resource>> }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, ['bin/app.ts'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      CDK_OUTDIR: folder,
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: JSON.stringify({
        'aws:cdk:bundling-stacks': [],
        // Everybody by whom messages may go out, each simulated.
        whatsappByAws: 'true',
        twilioSecret: 'optledger/dev/twilio',
      }),
    },
  });
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-4000);
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`The stack cannot be synthesised, so there is nothing to run.\n${complaint}`);
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
  if (file === undefined) throw new Error(`The CDK app wrote no template to ${folder}.`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as { Resources: Record<string, Resource> };
}
