import type { FoldedConsent } from '../../../domain/consent/folded-consent.ts';
import {
  everything,
  type Mark,
  type Moment,
  type Register,
  type Registers,
  type RegistersOfOne,
  registerNames,
  registersAt,
} from '../../../domain/consent/registers.ts';
import type { StopRun } from '../../../domain/consent/stop-run.ts';
import { packMoment, unpackMoment } from './registers-codec.ts';

/** What START needs, as it lies in the state item. */
export interface PackedRun {
  /** The run: `<first>|<last>|<sms>|<flags>|<ended>`, or `?` where it is not known. Absent = nobody stopped, or a former version. */
  readonly sr?: string;
  /** What stood before it and is hidden by something later in the registers; the rest is read from there. */
  readonly sb?: { readonly [purpose: string]: string };
}

/** Most of what stood before a run is still in the registers, so only what is hidden there is kept: usually nothing. */
export function packRun({ stopRun, registers }: FoldedConsent): PackedRun {
  if (stopRun === undefined) return {};
  if (stopRun === 'unknown') return { sr: '?' };
  const { first, last, sms, erased, uncounted, ended, before } = stopRun;
  const parts = [
    first.toString(36),
    last === first ? '' : last.toString(36),
    sms === undefined ? '' : `=${sms}`,
    `${erased === true ? 'e' : ''}${uncounted === true ? 'u' : ''}`,
    ended === undefined ? '' : `${ended.level}${ended.at.toString(36)}`,
  ];
  const hidden = Object.entries(before).flatMap(([purpose, moments]) => {
    const now = registersAt(registers, purpose);
    const names = registerNames.filter((name) => moments[name] !== undefined && moments[name]?.at !== now[name]?.at);
    return names.length === 0 ? [] : [[purpose, names.map((name) => packNamed(name, moments[name])).join(' ')]];
  });
  return {
    sr: parts.join('|').replace(/\|+$/, ''),
    ...(hidden.length > 0 && { sb: Object.fromEntries(hidden) }),
  };
}

function packNamed(name: Register, moment: Moment | undefined): string {
  return moment === undefined ? '' : `${name}${packMoment(moment)}`;
}

/** The registers of a state item with what START needs, also as former versions kept them. */
export function unpackConsent(item: PackedRun, kept: Registers, latestStart: number | undefined): FoldedConsent {
  const start = registersAt(kept, everything).G3;
  const registers = start === undefined ? kept : asGivenBack(kept, start);
  const stopRun = unpackRun(item, registers);
  return {
    registers,
    ...(latestStart !== undefined && { latestStart }),
    ...(stopRun !== undefined && { stopRun }),
    ...(start !== undefined && { former: true }),
  };
}

function unpackRun({ sr, sb = {} }: PackedRun, registers: Registers): FoldedConsent['stopRun'] {
  if (sr === undefined) {
    const { R1, R2, R3, E } = registersAt(registers, everything);
    // Kept by a version that did not know what START needs.
    return [R1, R2, R3, E].some((stop) => stop !== undefined) ? 'unknown' : undefined;
  }
  if (sr === '?') return 'unknown';
  const [from = '', to = '', sms = '', flags = '', ended = ''] = sr.split('|');
  const first = Number.parseInt(from, 36);
  const names = new Set([...Object.keys(registers), ...Object.keys(sb)]);
  const before = [...names].map((name): [string, RegistersOfOne<Moment>] => [
    name,
    { ...earlier(registersAt(registers, name), first), ...hiddenOf(Object.hasOwn(sb, name) ? sb[name] : undefined) },
  ]);
  const run: StopRun = {
    first,
    last: to === '' ? first : Number.parseInt(to, 36),
    ...(sms !== '' && { sms: sms.slice(1) }),
    ...(flags.includes('e') && { erased: true }),
    ...(flags.includes('u') && { uncounted: true }),
    ...(ended !== '' && { ended: { level: ended.startsWith('3') ? 3 : 2, at: Number.parseInt(ended.slice(1), 36) } }),
    before: Object.fromEntries(before.filter(([, moments]) => Object.keys(moments).length > 0)),
  };
  return run;
}

/** What the registers say of the time before a run: whatever is older than its first stop is the latest of its kind before it. */
function earlier(marks: RegistersOfOne<Mark>, first: number): RegistersOfOne<Moment> {
  const found = registerNames.flatMap((name) => {
    const mark = marks[name];
    if (mark === undefined || name === 'Q' || mark.at >= first) return [];
    return [[name, { at: mark.at, ...(mark.restores !== undefined && { restores: mark.restores }) }]];
  });
  return Object.fromEntries(found);
}

function hiddenOf(text: string | undefined): RegistersOfOne<Moment> {
  return text === undefined ? {} : Object.fromEntries(text.split(' ').map((moment) => unpackMoment(moment)));
}

/**
 * A former version kept what START gave back as a grant of that second. When the grant that it restores was made is not known: for
 * expiry the reported grant beside it counts, and without one it has expired, until the next act reads the history.
 */
function asGivenBack(kept: Registers, start: Mark): Registers {
  return Object.fromEntries(
    Object.entries(kept).map(([purpose, marks]): [string, RegistersOfOne<Mark>] => {
      const { G3, ...others } = marks;
      if (G3 === undefined || G3.ref !== start.ref) return [purpose, marks];
      const given = purpose === everything ? G3 : { ...G3, restores: { at: marks.G2?.at ?? 0 } };
      return [purpose, { ...others, S: given }];
    }),
  );
}
