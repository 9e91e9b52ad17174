import { readFileSync } from 'node:fs';
import { lint } from '../../lambdas/domain/notice/lint/lint.ts';
import { type LocalLaw, localLaws } from '../../lambdas/domain/notice/lint/lint-document.ts';
import { type LintFinding, type WordingProfile, wordingProfiles } from '../../lambdas/domain/notice/notice.ts';
import { unknownName } from '../nearest.ts';
import { readArguments } from '../read-arguments.ts';
import { readDocument } from '../read-document.ts';
import { UsageError } from '../usage-error.ts';

/** What came of one file. */
interface Measured {
  readonly file: string;
  readonly profile: WordingProfile;
  readonly laws: readonly LocalLaw[];
  readonly passes: boolean;
  readonly findings: readonly LintFinding[];
}

/** Lints files and prints what was found. Answers the exit code. Throws UsageError. */
export function lintCommand(args: readonly string[]): number {
  const { values, positionals: files } = readArguments(
    args,
    { profile: { type: 'string' }, law: { type: 'string' }, json: { type: 'boolean', default: false } },
    true,
  );
  if (files.length === 0) throw new UsageError('Name a file to measure, or - for standard input.');
  const profile = values.profile === undefined ? undefined : oneOf(wordingProfiles, values.profile, 'profile');
  const laws = values.law?.split(',').map((law) => oneOf(localLaws, law.trim(), 'law'));

  const measured = files.flatMap((file) => measure(file, profile, laws));
  console.log(values.json ? JSON.stringify(measured, undefined, 2) : measured.map(report).join('\n\n'));
  if (measured.length < files.length) return 2;
  return measured.every(({ passes }) => passes) ? 0 : 1;
}

function measure(file: string, profile: WordingProfile | undefined, laws: readonly LocalLaw[] | undefined): Measured[] {
  try {
    const read = readDocument(readFileSync(file === '-' ? 0 : file, 'utf8'));
    const by = { profile: profile ?? read.profile ?? 'strict', laws: laws ?? read.laws ?? [] };
    const findings = lint(read.document, { profile: by.profile, laws: by.laws });
    return [{ file, ...by, passes: findings.every(({ severity }) => severity !== 'error'), findings }];
  } catch (error) {
    console.error(`${file} cannot be read: ${printable(error instanceof Error ? error.message : String(error))}`);
    return [];
  }
}

function report({ file, profile, laws, findings }: Measured): string {
  const by = [profile, ...laws].join(', ');
  if (findings.length === 0) return `${file}: nothing found (${by}).`;
  const count = (severity: LintFinding['severity']) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return `${length} ${severity}${length === 1 ? '' : 's'}`;
  };
  const lines = findings.map(
    ({ severity, rule, pointer, detail, fix }) =>
      `${file}:${pointer === '' ? '/' : pointer}\n  ${severity}  ${rule}\n  ${printable(detail)}\n  -> ${printable(fix)}`,
  );
  return `${lines.join('\n\n')}\n\n${file}: ${count('error')}, ${count('warning')} (${by}).`;
}

/** What a text may do to a terminal is shown instead of done. */
function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, (each) => `\\u{${each.codePointAt(0)?.toString(16)}}`);
}

function oneOf<Name extends string>(names: readonly Name[], name: string, what: string): Name {
  const found = names.find((known) => known === name);
  if (found === undefined) throw new UsageError(unknownName(what, name, names));
  return found;
}
