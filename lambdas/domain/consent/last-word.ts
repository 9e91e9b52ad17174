import { everything, laterMark, type Mark, type Register, type Registers, registerNames } from './registers.ts';

const yes: ReadonlySet<Register> = new Set(['G2', 'G3', 'S', 'Q']);

/**
 * The latest yes or request, START included; undefined when there is none.
 *
 * @param purposes those that matter; absent = whatever purpose
 */
export function lastYes(registers: Registers, purposes?: readonly string[]): Mark | undefined {
  return latest(registers, (register) => yes.has(register), purposes);
}

/** The latest opt-in or request that names the notice it was said under; undefined when there is none. START names none. */
export function lastYesUnderNotice(registers: Registers): Mark | undefined {
  return latest(registers, (register, { notice }) => yes.has(register) && notice !== undefined);
}

/** The latest no or erasure of whatever purpose; undefined when there is none. */
export function lastNo(registers: Registers): Mark | undefined {
  return latest(registers, (register) => !yes.has(register));
}

function latest(
  registers: Registers,
  counts: (register: Register, mark: Mark) => boolean,
  purposes?: readonly string[],
): Mark | undefined {
  let found: Mark | undefined;
  for (const [purpose, marks] of Object.entries(registers)) {
    if (purposes !== undefined && purpose !== everything && !purposes.includes(purpose)) continue;
    for (const register of registerNames) {
      const mark = marks[register];
      if (mark !== undefined && counts(register, mark)) found = laterMark(found, mark);
    }
  }
  return found;
}
