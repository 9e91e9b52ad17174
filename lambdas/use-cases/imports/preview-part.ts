import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { IdentityConflictError } from '../../domain/errors.ts';
import type { Held, Holder } from '../../domain/identity/decide-identity.ts';
import { contradictions } from '../../domain/identity/decide-named.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { asNamed, portfolioOf } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import { type Classified, classifyBrake, classifyStatement, nobodyYet } from '../../domain/import/classify.ts';
import type { Import } from '../../domain/import/import.ts';
import type { MappedColumns } from '../../domain/import/mapping.ts';
import type { ReadRow } from '../../domain/import/read-row.ts';
import { type ClassifiedRow, overruledClasses, type RowClass } from '../../domain/import/row-class.ts';
import type { PersonState } from '../../domain/ledger/chain.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { Clock, People } from '../ledger/ports.ts';
import { commandOf, yesOf } from '../ledger/record-reported.ts';
import { reportedOf, sealOf } from './evidence-of.ts';
import type { History, ImportFiles, PartResult } from './ports.ts';

export interface PreviewDeps {
  readonly importFiles: ImportFiles;
  readonly people: Pick<People, 'find' | 'findMany'>;
  readonly history: History;
  readonly notices: Pick<NoticeStore, 'nearest'>;
  readonly now: Clock;
}

/** People that one request of the table finds. */
const peopleAtOnce = 100;

/**
 * Classes the rows of a part, a hundred people at a time, by the state of this moment and of the rows of the part before them. Writes
 * nothing of anybody.
 */
export async function previewPart(deps: PreviewDeps, app: App, known: Import, part: number): Promise<PartResult> {
  const { appId, importId, run } = known;
  const place = { appId, importId, run, part };
  const rows = await deps.importFiles.readPart(place);
  const notice = known.mapping?.notice;
  const nearest = notice && (await deps.notices.nearest(appId, notice.noticeId, notice.noticeVersion));
  const decide = decider(deps, app, known, nearest);
  const classified: ClassifiedRow[] = [];
  for (let from = 0; from < rows.length; from += peopleAtOnce) {
    classified.push(...(await decide(rows.slice(from, from + peopleAtOnce))));
  }
  await deps.importFiles.writeClasses(place, classified);
  const counts: { [Class in RowClass]?: number } = {};
  for (const each of classified) counts[each.class] = (counts[each.class] ?? 0) + 1;
  return { rows: rows.length, counts, toRecord: classified.filter(({ recorded }) => recorded).length };
}

function decider(deps: PreviewDeps, app: App, known: Import, nearest: NoticeVersion | undefined) {
  const { appId } = app;
  const states = new Map<string, PersonState>();
  /** What rows of the part said, and whether it could be used: what cannot says nothing, so the next that says the same is no repeat. */
  const said = new Map<string, boolean>();
  /** The same of what only rows of earlier parts said, where it may have been unusable: a yes that is said twice changes nothing. */
  const saidBefore = !mayDiffer(known.mapping?.columns);
  const nameOf = ({ phone, bsuid }: ReadRow) => phone ?? bsuid ?? '';
  const refOf = ({ phone, bsuid }: ReadRow) =>
    asNamed({ ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) }, portfolioCount(app));

  return async (rows: readonly ReadRow[]): Promise<ClassifiedRow[]> => {
    const open = rows.filter((row) => row.class === undefined);
    const found = open.length === 0 ? [] : await deps.people.findMany(appId, open.map(refOf), false);
    const contradicting = await contradictingIn(open);
    const people = new Map(
      open.map((row, index) => [row, contradicting.has(row) ? new IdentityConflictError([]) : found[index]] as const),
    );
    const classified: ClassifiedRow[] = [];
    for (const row of rows) classified.push(await one(row, people.get(row)));
    return classified;
  };

  /** Yeses that name a number and an account of which it is proven that they are not one person's: the ledger refuses them. */
  async function contradictingIn(rows: readonly ReadRow[]): Promise<ReadonlySet<ReadRow>> {
    const both = rows.flatMap((row) => {
      const { phone, bsuid, otherwise } = refOf(row);
      if (row.isNo === true || phone === undefined || bsuid === undefined) return [];
      return [{ row, phone, bsuid, account: { bsuid, ...(otherwise !== undefined && { otherwise }) } }];
    });
    if (both.length === 0) return new Set();
    const find = (refs: readonly PersonRef[]) => deps.people.findMany(appId, refs, false);
    const phones = await find(both.map(({ phone }) => ({ phone })));
    const accounts = await find(both.map(({ account }) => account));
    const refused = both.filter(({ phone, bsuid }, index) => {
      const [byNumber, byAccount] = [phones[index], accounts[index]];
      // A BSUID of a former portfolio is named as it is known, as the ledger does.
      const known = byAccount instanceof Error ? undefined : byAccount?.namedBy;
      const given = { phone, bsuid: known ?? bsuid };
      const question = { given, phone: heldToday(byNumber), bsuid: heldToday(byAccount), no: false };
      return contradictions(question).length > 0;
    });
    return new Set(refused.map(({ row }) => row));
  }

  async function one(row: ReadRow, found: KnownPerson | undefined | Error): Promise<ClassifiedRow> {
    if (row.class !== undefined) return { row: row.row, class: row.class, recorded: false, why: row.why };
    if (row.repeats !== undefined && row.adds !== true && (said.get(sayingOf(row)) ?? saidBefore)) {
      return { row: row.row, class: row.repeats, recorded: false };
    }
    const classified = await usable(row, found);
    said.set(sayingOf(row), classified.class !== 'unusable-row');
    return classified;
  }

  async function usable(row: ReadRow, found: KnownPerson | undefined | Error): Promise<ClassifiedRow> {
    const isFirst = said.get(sayingOf(row)) === false;
    const seal = sealOf(known, nearest, row);
    if (typeof seal === 'string') return { row: row.row, class: 'unusable-row', recorded: false, why: seal };
    // A yes that contradicts a proven pair is refused; a no is recorded whatever contradicts.
    if (found instanceof Error && row.isNo !== true) {
      return { row: row.row, class: 'unusable-row', recorded: false, why: 'identity-conflict' };
    }
    if (isOfFormer(row, found)) {
      return { row: row.row, class: 'unusable-row', recorded: false, why: 'former-portfolio' };
    }
    const own = found instanceof Error || found === undefined ? nobodyYet : { ...nobodyYet, subject: found.subject };
    // By whom it is about, however each row names them.
    const whom = own.subject === nobodyYet.subject ? nameOf(row) : own.subject.subjectId;
    const state = states.get(whom) ?? own;
    const decided = await decide(row, state, seal);
    states.set(whom, decided.after);
    const { class: decidedClass, recorded, why = row.why } = decided;
    const repeats = isFirst ? undefined : row.repeats;
    const shown = overruledClasses.has(decidedClass) ? decidedClass : (repeats ?? decidedClass);
    return { row: row.row, class: shown, recorded, ...(why !== undefined && { why }) };
  }

  /** A yes by nothing but a BSUID of a portfolio that the app has left: the ledger refuses it. */
  function isOfFormer({ isNo }: ReadRow, found: KnownPerson | undefined | Error): boolean {
    if (isNo === true || found === undefined || found instanceof Error || found.namedBy === undefined) return false;
    return portfolioOf(found.namedBy) !== portfolioCount(app).now;
  }

  async function decide(row: ReadRow, state: PersonState, seal: object): Promise<Classified> {
    const now = deps.now();
    if (known.kind === 'suppressions') {
      const { lift = false, scope = 'all' } = known.mapping ?? {};
      return classifyBrake(state, { lift, scope, at: Math.min(row.at ?? now, now) });
    }
    const reported = reportedOf(known, row, seal);
    const action = row.isNo === true ? 'revoked' : yesOf(app, reported.source);
    const said = commandOf(app, action, reported);
    const decided = classifyStatement(state, said, app, now);
    if (decided !== undefined) return decided;
    // What the state does not tell is folded from everything that was recorded.
    const person = await deps.people.find(appId, refOf(row), now);
    const ids = person === undefined ? [] : [person.subject.subjectId, ...(person.absorbed ?? [])];
    const history = await deps.history(appId, ids);
    const whole = classifyStatement({ ...state, history }, said, app, now);
    if (whole === undefined) throw new Error('A decision with the whole history came to nothing.');
    return whole;
  }
}

/** Whether of two rows that say the same one alone may be unusable: a yes may name another locale, or an account that is not the number's. */
const mayDiffer = ({ phone, bsuid, locale }: Partial<MappedColumns> = {}): boolean =>
  locale !== undefined || (phone !== undefined && bsuid !== undefined);

function heldToday(found: KnownPerson | undefined | Error): Held<Holder> {
  return found === undefined || found instanceof Error ? { asOf: 'today' } : { asOf: 'today', holder: found.subject };
}

/** What repeats of a row share with it: whom it names first, and what of them (`read-row.ts`). */
const sayingOf = ({ phone, bsuid, isNo, purposes }: ReadRow): string =>
  `${phone ?? bsuid}|${isNo === true}|${String(purposes)}`;
