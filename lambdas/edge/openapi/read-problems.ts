import type { ApiDocument } from '../docs/api-document.ts';
import { table } from '../http/error-response.ts';

/**
 * The codes of problems with what docs/problems.md says of them, in its order.
 *
 * @throws when a section has no status
 */
export function readProblems(page: string): ApiDocument['x-problems'] {
  const [introduction = '', ...sections] = page.split(/^## /m);
  const codes = sections.map((section) => {
    const [, code, status, description] = /^(\S+)\n(\d{3})([\s\S]*)$/.exec(section) ?? [];
    if (code === undefined || description === undefined) {
      throw new Error(`docs/problems.md: this section begins with no code and status: ${section.slice(0, 40)}`);
    }
    return { code, status: Number(status), title: titleOf(code), description: sentence(description) };
  });
  return { introduction: introduction.replace(/^# .*\n+/, '').trim(), codes };
}

/** Without the full stop, or the header, that stands behind the status. */
function sentence(text: string): string {
  const trimmed = text.replace(/^[.\s]+/, '').trim();
  return /^with `/.test(trimmed) ? `Comes ${trimmed}` : trimmed;
}

function titleOf(code: string): string {
  if (code === 'internal-error') return 'Something went wrong here';
  const row = table.find(([errorClass]) => codeOf(errorClass) === code);
  if (row === undefined) throw new Error(`docs/problems.md has a section of ${code}, which no error is.`);
  return row[2];
}

/** The code of a class of errors is a field of its instances, and they take all sorts of arguments. */
function codeOf(errorClass: (typeof table)[number][0]): string {
  const Any = errorClass as unknown as new (argument: readonly never[]) => { readonly code: string };
  return new Any([]).code;
}
