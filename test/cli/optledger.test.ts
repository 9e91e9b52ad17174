import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'optledger-cli-'));

/** Runs the command as a person does, from another folder. */
function optledger(args: readonly string[], input = '') {
  const launcher = join(import.meta.dirname, '../../cli/optledger.mjs');
  const run = spawnSync(process.execPath, [launcher, ...args], { input, encoding: 'utf8', cwd: folder });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const starter = optledger([
  'starter',
  '--locale',
  'hi',
  '--business',
  'Acme',
  '--privacy',
  'https://acme.example.com/privacy',
]);
const sound = JSON.parse(starter.out);
const faulty = JSON.parse(starter.out.replace('STOP', 'HALT'));

describe('optledger lint', () => {
  test('a sound notice: exit code 0', () => {
    expect(optledger(['lint', file('notice.json', sound)])).toEqual({
      code: 0,
      out: 'notice.json: nothing found (strict).\n',
      err: '',
    });
  });

  test('a fault: exit code 1, and where, which rule, what, and how to mend it', () => {
    const { code, out } = optledger(['lint', file('notice.json', faulty), '--law', 'eu,in']);
    expect(code).toBe(1);
    expect(out).toContain(
      'notice.json:/texts/0/howToStop\n  error  stop-word-understood\n  Whoever sends “HALT” is not heard',
    );
    expect(out).toContain('\n  -> Name a word that is understood');
    expect(out).toMatch(/notice\.json: 1 error, 0 warnings \(strict, eu, in\)\.\n$/);
  });

  test('a warning alone: exit code 0', () => {
    const { code, out } = optledger(['lint', file('notice.json', sound), '--law', 'ca']);
    expect([code, out]).toEqual([0, expect.stringContaining('notice.json: 0 errors, 1 warning (strict, ca).')]);
  });

  test('the file says what it is measured by, and an option says otherwise', () => {
    const { frequency: _, ...text } = sound.texts[0];
    const lax = file('lax.json', { ...sound, profile: 'meta-minimum', laws: ['eu'], texts: [text] });
    expect(optledger(['lint', lax]).out).toBe('lax.json: nothing found (meta-minimum, eu).\n');
    expect(optledger(['lint', lax, '--profile', 'strict']).code).toBe(1);
  });

  test('several files and standard input, for machines', () => {
    const form = { locale: 'en', text: 'Acme', showsWhatsappMark: true, numberEditable: true, fields: [] };
    const template = {
      locale: 'en',
      category: 'marketing',
      body: 'Offers',
      footer: 'Send STOP to end these messages.',
    };
    const args = ['lint', '--json', file('notice.json', sound), file('form.json', form), '-'];
    const { code, out } = optledger(args, `\uFEFF${JSON.stringify(template)}`);
    const answers: { file: string; passes: boolean; findings: { rule: string }[] }[] = JSON.parse(out);
    expect(code).toBe(1);
    expect(answers.map(({ file: name, passes }) => [name, passes])).toEqual([
      ['notice.json', true],
      ['form.json', false],
      ['-', true],
    ]);
    expect(answers[1]?.findings.map(({ rule }) => rule)).toContain('purposes-missing');
  });

  test('what cannot be read: exit code 2 and why, and the good file beside it is measured', () => {
    const unreadable = [
      ['nowhere.json', 'nowhere.json cannot be read: ENOENT'],
      [file('broken.json', '{'), 'broken.json cannot be read: it is not JSON'],
      [file('else.json', { hello: 1 }), 'else.json cannot be read: it is no notice (texts), form (fields) or template'],
      [file('typo.json', { ...sound, howToStopp: 'STOP' }), 'Unrecognized key: "howToStopp"'],
      [file('lacks.json', { texts: [{ locale: 'en' }] }), '/texts/0/agreement: Invalid input'],
    ] as const;
    const { code, out, err } = optledger(['lint', ...unreadable.map(([name]) => name), file('notice.json', sound)]);
    expect({ code, out }).toEqual({ code: 2, out: 'notice.json: nothing found (strict).\n' });
    for (const [, why] of unreadable) expect(err).toContain(why);
  });

  test.each([[[]], [['lint', '-', '--law', 'mars']], [['lint', '-', '--what']], [['sing']], [['aside']]])(
    '%j: exit code 2, and why',
    (args) => {
      const { code, out, err } = optledger(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    },
  );

  test('a text cannot speak to the terminal', () => {
    const red = {
      ...sound,
      texts: [{ ...sound.texts[0], heading: 'WhatsApp <b \u001B[31m\u202E>', businessName: 'Red\u001B' }],
    };
    const { out } = optledger(['lint', file('red.json', red)]);
    expect(out).toContain('“<b \\u{1b}[31m\\u{202e}>” is markup');
    expect(out).toContain('-> Say from whom the messages come: “… from Red\\u{1b} …”.');
  });
});

describe('optledger starter', () => {
  test('the link has to be filled in before it passes', () => {
    const { out } = optledger(['starter', '--locale', 'pt-BR', '--business', 'Acme', '--purpose', 'news:marketing']);
    expect(JSON.parse(out)).toMatchObject({
      noticeId: 'opt-in',
      texts: [{ locale: 'pt-BR', purposes: [{ purposeId: 'news', text: 'ofertas e novidades' }] }],
    });
    const { code, out: found } = optledger(['lint', '-'], out);
    expect([code, found]).toEqual([1, expect.stringContaining('-:/texts/0/privacy/url\n  error  privacy-url')]);
  });

  test.each([[['--locale', 'xx', '--business', 'Acme']], [['--locale', 'en', '--business', 'Acme', '--purpose', 'x']]])(
    '%j: exit code 2',
    (args) => {
      expect(optledger(['starter', ...args])).toMatchObject({ code: 2, out: '' });
    },
  );
});

test('npx finds the command', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(bin).toEqual({ optledger: 'cli/optledger.mjs' });
  expect(readFileSync(bin.optledger, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
