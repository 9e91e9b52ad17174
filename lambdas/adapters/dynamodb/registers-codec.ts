import {
  type Mark,
  type PurposeRegisters,
  type Register,
  type Registers,
  registerNames,
} from '../../domain/consent/registers.ts';
import { sources } from '../../domain/consent/statement.ts';

/**
 * Registers as they lie in the state item: one short string a purpose, so that a person with seven purposes stays under 1 KB.
 * A mark is `<register><seconds, base 36>|<ref>|<source>|<rule>|<notice>|<point>`, empty ends left out, marks divided by a blank.
 * References into the subject's own chain leave out the subject.
 */
export function packRegisters(registers: Registers, subjectId: string): { [purpose: string]: string } {
  const packed = Object.entries(registers).map(([purpose, marks]): [string, string] => [
    purpose,
    registerNames.flatMap((register) => packMark(register, marks[register], subjectId)).join(' '),
  ]);
  return Object.fromEntries(packed.filter(([, text]) => text !== ''));
}

function packMark(register: Register, mark: Mark | undefined, subjectId: string): string[] {
  if (mark === undefined) return [];
  const ref = mark.ref.startsWith(`${subjectId}.`) ? mark.ref.slice(subjectId.length + 1) : mark.ref;
  const parts = [
    `${register}${mark.at.toString(36)}`,
    ref,
    sources.indexOf(mark.source).toString(36),
    mark.rule ?? '',
    mark.notice === undefined ? '' : encodeURIComponent(mark.notice),
    mark.point ?? '',
  ];
  return [parts.join('|').replace(/\|+$/, '')];
}

/** The registers of a state item. */
export function unpackRegisters(packed: { readonly [purpose: string]: string }, subjectId: string): Registers {
  return Object.fromEntries(
    Object.entries(packed).map(([purpose, text]): [string, PurposeRegisters] => [
      purpose,
      Object.fromEntries(text.split(' ').map((mark) => unpackMark(mark, subjectId))),
    ]),
  );
}

function unpackMark(text: string, subjectId: string): [Register, Mark] {
  const [head = '', ref = '', source = '', rule = '', notice = '', point = ''] = text.split('|');
  const register = registerNames.find((name) => head.startsWith(name));
  const from = sources[Number.parseInt(source, 36)];
  if (register === undefined || from === undefined) throw new Error(`A state item holds an unknown mark: ${head}`);
  return [
    register,
    {
      at: Number.parseInt(head.slice(register.length), 36),
      ref: ref.includes('.') ? ref : `${subjectId}.${ref}`,
      source: from,
      ...(rule !== '' && { rule }),
      ...(notice !== '' && { notice: decodeURIComponent(notice) }),
      ...(point !== '' && { point }),
    },
  ];
}
