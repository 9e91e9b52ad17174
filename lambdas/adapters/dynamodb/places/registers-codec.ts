import {
  type Mark,
  type Moment,
  type PurposeRegisters,
  type Register,
  type Registers,
  type RegistersOfOne,
  type Restored,
  registerNames,
} from '../../../domain/consent/registers.ts';
import { sources } from '../../../domain/consent/statement.ts';

/**
 * Registers as they lie in the state item: one short string a purpose, so that a person with seven purposes stays under 1 KB.
 * A mark is `<register><moment>|<ref>|<source>|<rule>|<notice>|<point>`, empty ends left out, marks divided by a blank.
 * References into the subject's own chain leave out the subject.
 */
export function packRegisters(registers: Registers, subjectId: string): { [purpose: string]: string } {
  const packed = Object.entries(registers).map(([purpose, marks]): [string, string] => [
    purpose,
    registerNames.flatMap((register) => packMark(register, marks, subjectId)).join(' '),
  ]);
  return Object.fromEntries(packed.filter(([, text]) => text !== ''));
}

function packMark(register: Register, marks: PurposeRegisters, subjectId: string): string[] {
  const mark = marks[register];
  if (mark === undefined) return [];
  const ref = mark.ref.startsWith(`${subjectId}.`) ? mark.ref.slice(subjectId.length + 1) : mark.ref;
  const parts = [
    `${register}${packMoment(mark, marks)}`,
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
      unpackMarks(text, subjectId),
    ]),
  );
}

function unpackMarks(text: string, subjectId: string): PurposeRegisters {
  let marks: PurposeRegisters = {};
  for (const mark of text.split(' ')) {
    const [register, unpacked] = unpackMark(mark, subjectId, marks);
    marks = { ...marks, [register]: unpacked };
  }
  return marks;
}

function unpackMark(text: string, subjectId: string, before: PurposeRegisters): [Register, Mark] {
  const [head = '', ref = '', source = '', rule = '', notice = '', point = ''] = text.split('|');
  const [register, moment] = unpackMoment(head, before);
  const from = sources[Number.parseInt(source, 36)];
  if (from === undefined) throw new Error(`A state item holds an unknown mark: ${head}`);
  return [
    register,
    {
      at: moment.at,
      ref: ref.includes('.') ? ref : `${subjectId}.${ref}`,
      source: from,
      ...(rule !== '' && { rule }),
      ...(notice !== '' && { notice: decodeURIComponent(notice) }),
      ...(point !== '' && { point }),
      ...(moment.restores !== undefined && { restores: moment.restores }),
    },
  ];
}

/**
 * Seconds in base 36; of what START gave back `~` and the time that it restores (`A` or `B` where that is the time of `G2` or `G3`
 * beside it, as it usually is), and `~` with the one where it is marketing, empty for none.
 */
export function packMoment({ at, restores }: Moment, beside: RegistersOfOne<Moment> = {}): string {
  if (restores === undefined) return at.toString(36);
  const { ifMarketing, marketingAt } = restores;
  const same = restores.at === beside.G2?.at ? 'A' : restores.at === beside.G3?.at ? 'B' : undefined;
  const parts = [at.toString(36), same ?? restores.at.toString(36)];
  if (ifMarketing !== undefined) parts.push(ifMarketing === null ? '' : ifMarketing.toString(36));
  if (marketingAt !== undefined) parts.push(marketingAt.toString(36));
  return parts.join('~');
}

/** A register's name and its moment: `G2t8abcd`, `St8abcd~t7abcd`, `St8abcd~A~`. */
export function unpackMoment(head: string, beside: RegistersOfOne<Moment> = {}): [Register, Moment] {
  const register = registerNames.find((name) => head.startsWith(name));
  if (register === undefined) throw new Error(`A state item holds an unknown mark: ${head}`);
  const [at = '', restored, ifMarketing, marketingAt] = head.slice(register.length).split('~');
  const same = restored === 'A' ? beside.G2?.at : restored === 'B' ? beside.G3?.at : undefined;
  return [
    register,
    {
      at: seconds(at),
      ...(restored !== undefined && { restores: restores(same ?? seconds(restored), ifMarketing, marketingAt) }),
    },
  ];
}

function restores(at: number, ifMarketing: string | undefined, marketingAt: string | undefined): Restored {
  if (ifMarketing === undefined) return { at };
  return {
    at,
    ifMarketing: ifMarketing === '' ? null : seconds(ifMarketing),
    ...(marketingAt !== undefined && { marketingAt: seconds(marketingAt) }),
  };
}

function seconds(text: string): number {
  return Number.parseInt(text, 36);
}
