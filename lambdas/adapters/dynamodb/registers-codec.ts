import {
  type Mark,
  type PurposeRegisters,
  type Register,
  type Registers,
  type Restored,
  registerNames,
} from '../../domain/consent/registers.ts';
import { sources } from '../../domain/consent/statement.ts';

/**
 * Registers as they lie in the state item: one short string a purpose, so that a person with seven purposes stays under 1 KB.
 * A mark is `<register><moment>|<ref>|<source>|<rule>|<notice>|<point>`, empty ends left out, marks divided by a blank.
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
    `${register}${packMoment(mark)}`,
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
  const [register, moment] = unpackMoment(head);
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

/** Seconds in base 36; of what START gave back `~` and the time that it restores, and `~` with the one where it is marketing. */
export function packMoment({ at, restores }: Pick<Mark, 'at' | 'restores'>): string {
  if (restores === undefined) return at.toString(36);
  const { ifMarketing } = restores;
  const times = [at, restores.at, ...(ifMarketing === undefined || ifMarketing === null ? [] : [ifMarketing])];
  return `${times.map((time) => time.toString(36)).join('~')}${ifMarketing === null ? '~' : ''}`;
}

/** A register's name and its moment: `G2t8abcd`, `St8abcd~t7abcd`, `St8abcd~t7abcd~`. */
export function unpackMoment(head: string): [Register, Pick<Mark, 'at' | 'restores'>] {
  const register = registerNames.find((name) => head.startsWith(name));
  if (register === undefined) throw new Error(`A state item holds an unknown mark: ${head}`);
  const [at = '', restored, ifMarketing] = head.slice(register.length).split('~');
  return [register, { at: seconds(at), ...(restored !== undefined && { restores: restores(restored, ifMarketing) }) }];
}

function restores(at: string, ifMarketing: string | undefined): Restored {
  if (ifMarketing === undefined) return { at: seconds(at) };
  return { at: seconds(at), ifMarketing: ifMarketing === '' ? null : seconds(ifMarketing) };
}

function seconds(text: string): number {
  return Number.parseInt(text, 36);
}
