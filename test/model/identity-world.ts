import { decideIdentity, type Held, type Holder } from '../../lambdas/domain/identity/decide-identity.ts';
import { decideAsked, decideNamed } from '../../lambdas/domain/identity/decide-named.ts';
import {
  areOfTwoPortfolios,
  areTwoAccounts,
  bsuidIn,
  portfolioOf,
  presentBsuid,
} from '../../lambdas/domain/identity/portfolio.ts';
import {
  type EndedTenure,
  endedInterrupted,
  type Hold,
  holdAt,
  interrupted,
  lastEnd,
} from '../../lambdas/domain/identity/tenures.ts';
import { isOptedIn as isOptedInByRules, type Said as Ruled } from './naive-consent.ts';

/** Something that happens to numbers and BSUIDs, at a whole second of its own. */
export type Act =
  | {
      readonly act: 'hear' | 'yes' | 'no' | 'start';
      readonly phone?: string;
      readonly bsuid?: string;
      readonly at: number;
    }
  | {
      readonly act: 'change';
      readonly phone: string;
      readonly bsuid?: string;
      readonly to: string;
      readonly at: number;
    }
  /** The app goes to its second portfolio: BSUIDs end with `~1` there. */
  | { readonly act: 'portfolio'; readonly phone?: undefined; readonly bsuid?: undefined; readonly at: number }
  | {
      readonly act: 'api-yes' | 'api-no';
      readonly phone?: string;
      readonly bsuid?: string;
      /** Also, or only, by the userId that an earlier act was answered with. */
      readonly user?: string;
      readonly at: number;
    };

/** What an act was answered with: whose it was then, and its own id. */
export interface Answered {
  readonly user: string;
  readonly id: number;
}

interface Said {
  readonly what: 'yes' | 'no' | 'start';
  readonly level: 2 | 3;
  readonly at: number;
  /** The act itself; a copy of it names the same one. */
  readonly id: number;
  /** As it was named. */
  readonly phone?: string;
  readonly bsuid?: string;
  readonly over?: 'pair' | 'gap' | 'named';
  cut?: boolean;
}

interface Person {
  id: string;
  phone?: string;
  bsuid?: string;
  pair?: { first: number; last: number };
  firstKnownAt: number;
  said: Said[];
  mergedInto?: string;
}

interface Tenure extends EndedTenure {
  readonly gap?: boolean;
}

interface Place {
  ended: readonly Tenure[];
  today?: { subjectId: string; since?: number | undefined } | undefined;
  keeps?: boolean;
  pairs: { with: string; until?: number; kept?: boolean }[];
}

/**
 * People, numbers and BSUIDs in memory: the same decisions as the store's, with plumbing of its own that has no requests, no homes
 * and no pointers. One purpose. `a1`-like names are numbers, `X1`-like are BSUIDs.
 */
export class IdentityWorld {
  readonly places = new Map<string, Place>();
  readonly people = new Map<string, Person>();
  /** The app's portfolio. */
  present = 0;
  private ids = 0;
  private acts = 0;

  /** Whether a message for the one purpose may go to whoever holds the identifier now. */
  allows(name: string): boolean {
    const { phone, bsuid } = named(name);
    if (bsuid !== undefined && portfolioOf(bsuid) !== this.present) return false;
    const held = this.heldNow(name);
    const asked = decideAsked({
      given: { ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) },
      ...(phone !== undefined ? { phone: held } : { bsuid: held }),
    });
    if (asked.do === 'conflict' || asked.holder === undefined) return false;
    if (!this.isReachable(asked.holder)) return false;
    return isOptedIn(this.person(asked.holder.subjectId).said);
  }

  private isReachable({ phone, bsuid }: Holder): boolean {
    return phone !== undefined || bsuid === undefined || portfolioOf(bsuid) === this.present;
  }

  /** The name that a caller means who writes it as Meta does. */
  meantBy(name: string): string {
    const { phone, bsuid } = named(name);
    return phone ?? this.meant({ bsuid: bsuidIn(this.present, bsuid ?? '') }).bsuid;
  }

  /** The BSUID that a caller means: today's, else one of a former portfolio by which somebody is known. */
  private meant<Given extends { readonly bsuid?: string }>(given: Given): Given {
    const { bsuid } = given;
    if (bsuid === undefined) return given;
    const [today = bsuid, former = bsuid] = [this.present, 1 - this.present].map((each) => bsuidIn(each, bsuid));
    const isFormer = this.present > 0 && this.holderNow(today) === undefined && this.holderNow(former) !== undefined;
    return { ...given, bsuid: isFormer ? former : today };
  }

  /**
   * @param first what the same act was answered with before: nothing is said a second time
   * @returns undefined for what answers nobody or was refused
   */
  perform(told: Act, first?: Answered): Answered | undefined {
    this.acts += 1;
    if (told.act === 'portfolio') {
      this.present = 1;
      return undefined;
    }
    const act = told.act.startsWith('api') ? this.meant(told) : told;
    if (act.act === 'api-yes' && act.phone === undefined && act.user === undefined && act.bsuid !== undefined) {
      if (portfolioOf(act.bsuid) !== this.present) return first;
    }
    if (act.act === 'change') {
      this.change(act);
      return undefined;
    }
    const fromCaller = act.act.startsWith('api');
    const no = act.act.endsWith('no');
    const by = fromCaller ? (no ? 'caller-no' : 'caller') : 'provider';
    const found = this.settle(act, act.at, by, first !== undefined);
    if (found === undefined) return undefined;
    const id = first?.id ?? this.acts;
    const answered = first ?? { user: found.person.id, id };
    const person = first === undefined ? found.person : this.person(first.user);
    if (first === undefined || act.act === 'hear')
      found.person.firstKnownAt = Math.min(found.person.firstKnownAt, act.at);
    if (act.act === 'hear') return undefined;
    const what = no ? 'no' : act.act === 'start' ? 'start' : 'yes';
    const said: Said = { what, level: fromCaller ? 2 : 3, at: act.at, id, ...names(act) };
    if (first === undefined) this.say(person, said);
    if (!no || first !== undefined) return answered;
    this.spread(person, said, found.next);
    if (fromCaller) {
      for (const name of [act.phone, act.bsuid]) {
        if (name === undefined || name === person.phone || name === person.bsuid) continue;
        const other = this.settle(named(name), act.at, 'caller-no');
        if (other === undefined) continue;
        const copy: Said = { ...said, over: 'named' };
        this.say(other.person, copy);
        this.spread(other.person, copy, other.next);
      }
    }
    return answered;
  }

  private say(person: Person, said: Said): void {
    if (!person.said.some((each) => each.id === said.id && each.what === said.what)) person.said.push(said);
    person.firstKnownAt = Math.min(person.firstKnownAt, said.at);
  }

  /** A no goes where it stands for: over reported pairs, and to whoever came after a gap. */
  private spread(person: Person, said: Said, next: Person | undefined): void {
    if (next !== undefined) {
      const copy: Said = { ...said, over: 'gap' };
      this.say(next, copy);
      this.spread(next, copy, undefined);
    }
    if (said.over === 'pair') return;
    for (const own of [person.phone, person.bsuid]) {
      if (own === undefined) continue;
      for (const pair of this.place(own).pairs) {
        if (pair.until !== undefined && said.at >= pair.until) continue;
        const back = this.place(pair.with).pairs.some(
          (each) => each.with === own && (each.until === undefined || said.at < each.until),
        );
        if (!back) continue;
        const today = pair.kept === true || pair.until === undefined;
        const other = this.settle(named(pair.with), today ? Number.MAX_SAFE_INTEGER : said.at, 'caller-no');
        if (other !== undefined) this.say(other.person, { ...said, over: 'pair' });
      }
    }
  }

  /** @param again the same act once more: it records nothing, and so reports no pair anew */
  private settle(
    given: { readonly phone?: string; readonly bsuid?: string; readonly user?: string },
    at: number,
    by: 'provider' | 'caller' | 'caller-no',
    again = false,
  ): { person: Person; next?: Person } | undefined {
    for (let tries = 0; tries < 20; tries += 1) {
      const phone = given.phone === undefined ? undefined : this.heldAt(given.phone, at);
      const bsuid = given.bsuid === undefined ? undefined : this.heldAt(given.bsuid, at);
      const question = {
        given: {
          ...(given.phone !== undefined && { phone: given.phone }),
          ...(given.bsuid !== undefined && { bsuid: given.bsuid }),
        },
        ...(phone !== undefined && { phone }),
        ...(bsuid !== undefined && { bsuid }),
      };
      const decision =
        by === 'provider'
          ? decideIdentity({
              ...question,
              at,
              isFormer: given.bsuid !== undefined && portfolioOf(given.bsuid) !== this.present,
            })
          : decideNamed({
              ...question,
              no: by === 'caller-no',
              ...(given.user !== undefined && { user: holderOf(this.person(given.user)) }),
            });
      const mayReport = by !== 'provider' && !again && decision.do !== 'conflict';
      if (mayReport && this.reports(given, by === 'caller-no')) continue;
      const number = given.phone ?? '';
      switch (decision.do) {
        case 'conflict':
          return undefined;
        case 'use': {
          const person = this.person(decision.holder.subjectId);
          const isOther = areOfTwoPortfolios(person.bsuid, given.bsuid);
          if (by === 'provider' && isOther && given.bsuid !== undefined && portfolioOf(given.bsuid) === this.present)
            person.bsuid = given.bsuid;
          if (
            by === 'provider' &&
            person.pair &&
            given.phone !== undefined &&
            given.bsuid !== undefined &&
            person.phone === given.phone &&
            person.bsuid === given.bsuid
          ) {
            person.pair = { first: Math.min(person.pair.first, at), last: Math.max(person.pair.last, at) };
          }
          return this.settled(person, given, at, by);
        }
        case 'link': {
          const person = this.person(decision.holder.subjectId);
          const hadNumber = person.pair !== undefined;
          if (decision.phone) this.arrive(person, number, at);
          if (decision.phone && hadNumber) this.place(number).today = { subjectId: person.id, since: at };
          if (decision.bsuid && given.bsuid !== undefined) this.arrive(person, given.bsuid, at);
          if (person.phone !== undefined && person.bsuid !== undefined && (decision.phone || person.pair === undefined))
            person.pair = { first: at, last: at };
          else if (person.pair !== undefined && given.phone === person.phone)
            person.pair = { first: Math.min(person.pair.first, at), last: Math.max(person.pair.last, at) };
          return this.settled(person, given, at, by);
        }
        case 'create': {
          const person = this.newPerson(at);
          const proven = by === 'provider' && given.phone !== undefined && given.bsuid !== undefined;
          if (decision.phone === 'holds') this.arrive(person, number, at, proven);
          if (decision.phone === 'held')
            this.fill(number, this.hold(number, at), person.id, decision.bsuid ? at : undefined);
          if (decision.bsuid && given.bsuid !== undefined) this.arrive(person, given.bsuid, at, proven);
          if (proven && person.bsuid !== undefined) person.pair = { first: at, last: at };
          return this.settled(person, given, at, by);
        }
        case 'merge':
          this.merge(
            this.person(decision.survivor.subjectId),
            this.person(decision.loser.subjectId),
            at,
            decision.phone,
          );
          break;
        case 'take-over':
          this.takeOver(this.person(decision.from.subjectId), number, at);
          break;
        case 'move':
          this.move(this.person(decision.holder.subjectId), number, at);
          break;
        case 'held-earlier':
          this.heldEarlier(this.person(decision.holder.subjectId), number, at, decision.until);
          break;
        case 'interrupt': {
          this.interrupt(this.person(decision.holder.subjectId), number, decision.from, decision.until);
          break;
        }
        case 'interrupt-ended': {
          this.interruptEnded(this.person(decision.holder.subjectId), number, at);
          break;
        }
      }
    }
    throw new Error('This person never settles.');
  }

  private interrupt(person: Person, number: string, from: number | undefined, until: number): void {
    const place = this.place(number);
    const after = interrupted<Tenure>({ ended: place.ended, today: place.today }, (each) => each, person.id, {
      from,
      until,
    });
    place.ended = after.ended;
    place.today = { subjectId: person.id, since: after.today?.since };
    this.cut(person, number, from ?? 0, until);
  }

  private interruptEnded(person: Person, number: string, at: number): void {
    const hold = this.hold(number, at);
    if (hold.asOf !== 'ended') throw new Error('Nobody has left the number.');
    const { ended, from, until } = endedInterrupted(this.place(number).ended, hold.tenure, at);
    this.place(number).ended = ended;
    this.cut(person, number, from, until);
  }

  private settled(
    person: Person,
    given: { readonly phone?: string; readonly bsuid?: string; readonly user?: string },
    at: number,
    by: 'provider' | 'caller' | 'caller-no',
  ): { person: Person; next?: Person } {
    const { phone, bsuid } = given;
    if (phone !== undefined && bsuid !== undefined) {
      if (by === 'provider') {
        for (const [name, partner] of [
          [phone, bsuid],
          [bsuid, phone],
        ] as const) {
          const place = this.place(name);
          if (this.hold(name, at).asOf !== 'today') continue;
          place.pairs = place.pairs.filter((pair) => pair.kept === true || pair.with !== partner);
          for (const pair of place.pairs) if (!areOfTwoPortfolios(pair.with, partner)) pair.until ??= at;
        }
      }
    }
    const holdsNothing = person.phone === undefined && person.bsuid === undefined;
    if (phone === undefined || !holdsNothing) return { person };
    const hold = this.hold(phone, at);
    if (hold.asOf === 'today' || hold.next === undefined) return { person };
    const next = hold.next === 'today' ? this.place(phone).today?.subjectId : hold.next.subjectId;
    return next === undefined ? { person } : { person, next: this.person(next) };
  }

  /** What a caller named together, with what the userId is known by. */
  private reports(
    given: { readonly phone?: string; readonly bsuid?: string; readonly user?: string },
    no: boolean,
  ): boolean {
    if (given.phone === undefined && given.bsuid === undefined) return false;
    const user = given.user === undefined ? undefined : this.person(given.user);
    const phone = given.phone ?? user?.phone;
    const bsuid = given.bsuid ?? user?.bsuid;
    return phone !== undefined && bsuid !== undefined && this.report(phone, bsuid, no);
  }

  /** A mark on both, and the denials of each under the other; whether there are any. */
  private report(phone: string, bsuid: string, no: boolean): boolean {
    const [p, b] = [this.holderNow(phone), this.holderNow(bsuid)];
    if (p !== undefined && p.id === b?.id) return false;
    const contradicts = areTwoAccounts(p?.bsuid, bsuid) || (b?.phone !== undefined && b.phone !== phone);
    if (no && contradicts) return false;
    let isNew = false;
    for (const [own, other] of [
      [phone, bsuid],
      [bsuid, phone],
    ] as const) {
      const place = this.place(own);
      if (place.pairs.some((pair) => pair.with === other && pair.until === undefined)) continue;
      place.pairs = [...place.pairs.filter((pair) => pair.with !== other || pair.kept === true), { with: other }];
      isNew = true;
    }
    if (!isNew) return false;
    const owed = [p, b].some((each) => each?.said.some(({ what }) => what === 'no'));
    this.owe(p, bsuid);
    this.owe(b, phone);
    return owed;
  }

  private owe(from: Person | undefined, to: string, until = Number.POSITIVE_INFINITY): void {
    if (from === undefined) return;
    for (const said of [...from.said]) {
      if (said.what !== 'no' || said.over === 'pair' || said.at >= until) continue;
      const other = this.settle(named(to), Number.MAX_SAFE_INTEGER, 'caller-no');
      if (other !== undefined) this.say(other.person, { ...said, over: 'pair' });
    }
  }

  private merge(survivor: Person, loser: Person, at: number, seen: string | undefined): void {
    loser.mergedInto = survivor.id;
    for (const said of loser.said) this.say(survivor, said);
    const phone =
      survivor.phone !== undefined || loser.phone !== undefined ? (seen ?? survivor.phone ?? loser.phone) : undefined;
    const bsuid = presentBsuid(loser.bsuid, survivor.bsuid, this.present);
    const isOther = (each: Person) => each.phone !== undefined && each.phone !== phone;
    const pairs =
      survivor.pair !== undefined && loser.pair !== undefined
        ? [survivor, loser].filter((each) => !isOther(each))
        : [survivor, loser];
    const times = [...pairs.flatMap(({ pair }) => [pair?.first, pair?.last]), at];
    if (phone !== undefined) survivor.phone = phone;
    if (bsuid !== undefined) survivor.bsuid = bsuid;
    survivor.firstKnownAt = Math.min(survivor.firstKnownAt, loser.firstKnownAt);
    if (bsuid !== undefined) {
      const known = times.filter((time) => time !== undefined);
      survivor.pair = { first: Math.min(...known), last: Math.max(...known) };
    }
    for (const place of this.places.values()) {
      if (place.today?.subjectId === loser.id) place.today = { ...place.today, subjectId: survivor.id };
    }
    for (const own of [phone, bsuid]) {
      if (own === undefined) continue;
      const place = this.place(own);
      place.pairs = place.pairs.filter((pair) => pair.kept === true || (pair.with !== phone && pair.with !== bsuid));
      for (const pair of place.pairs) {
        const isSettled = [phone, bsuid].some((each) => each !== undefined && isContradicted(pair.with, each));
        if (isSettled) pair.until ??= at;
      }
    }
  }

  private takeOver(from: Person, number: string, at: number): void {
    const unknown = this.place(number).keeps === true;
    this.leave(from, number, at);
    if (!unknown) return;
    for (const said of [...from.said]) {
      if (said.what !== 'no' || said.over === 'pair' || said.over === 'gap') continue;
      const other = this.settle({ phone: number }, Number.MAX_SAFE_INTEGER, 'caller-no');
      if (other !== undefined) this.say(other.person, { ...said, over: 'gap' });
    }
  }

  private move(person: Person, number: string, at: number): void {
    const old = person.phone ?? '';
    const bsuid = person.bsuid ?? '';
    this.leave(person, old, at, true);
    this.keep(old, bsuid, at);
    if (this.holderNow(number) === undefined && this.hold(number, at).asOf === 'today') {
      this.arrive(person, number, at, true);
      const place = this.place(number);
      place.today = { subjectId: person.id, since: at };
      person.pair = { first: at, last: at };
    }
    this.owe(person, old, at);
  }

  private keep(number: string, bsuid: string, until: number): void {
    this.place(number).keeps = true;
    this.place(number).pairs.push({ with: bsuid, until, kept: true });
    this.place(bsuid).pairs.push({ with: number, until, kept: true });
  }

  private heldEarlier(person: Person, number: string, at: number, until: number | undefined): void {
    const hold = this.hold(number, at);
    if (person.phone === undefined)
      person.pair = { first: Math.min(person.pair?.first ?? at, at), last: Math.max(person.pair?.last ?? at, at) };
    if (hold.asOf === 'gap') {
      this.fill(number, hold, person.id, at);
      return;
    }
    const end = until ?? at;
    const bsuid = person.bsuid ?? '';
    const current = person.phone;
    if (current !== undefined && person.pair !== undefined) {
      const { today, ended } = this.place(current);
      const since = today?.since ?? lastEnd(ended) ?? Number.NEGATIVE_INFINITY;
      if (today !== undefined && since < person.pair.first)
        this.interrupt(person, current, undefined, person.pair.first);
    }
    const today = this.holderNow(number);
    if (today?.id === person.id) {
      this.leave(person, number, end, true);
    } else {
      const since = hold.asOf === 'today' ? hold.since : undefined;
      const place = this.place(number);
      place.ended = [
        ...place.ended,
        { subjectId: person.id, until: end, seen: at, ...(since !== undefined && { since }) },
      ];
      if (today !== undefined) {
        place.today = { subjectId: today.id, since: end };
        this.takeDenials(person, today, number, since ?? 0, end);
      }
    }
    this.keep(number, bsuid, end);
    this.owe(person, number, end);
  }

  /** Grants by the number of a time when it was another's. */
  private cut(person: Person, number: string, from: number, until: number): void {
    for (const said of person.said)
      if (said.what !== 'no' && said.at >= from && said.at < until && byNumber(said, number, person)) said.cut = true;
  }

  private leave(person: Person, number: string, at: number, silently = false): void {
    this.cut(person, number, at, Number.POSITIVE_INFINITY);
    const later = person.said.filter((said) => said.what === 'no' && said.at >= at && byNumber(said, number, person));
    const place = this.place(number);
    const since = place.today?.since;
    const tenure: Tenure = {
      subjectId: person.id,
      until: at,
      ...(since !== undefined && { since }),
      ...(person.pair !== undefined && person.phone === number && { seen: person.pair.first }),
      ...(place.keeps === true && { gap: true }),
    };
    if (at > (since ?? lastEnd(place.ended) ?? Number.NEGATIVE_INFINITY)) place.ended = [...place.ended, tenure];
    place.today = undefined;
    place.keeps = false;
    if (!silently) {
      place.pairs = place.pairs.filter((pair) => pair.kept !== true);
      for (const pair of place.pairs) pair.until ??= at;
    }
    if (person.phone === number) delete person.phone;
    for (const said of later) {
      if (said.over !== undefined && said.over !== 'named') continue;
      const other = this.settle({ phone: number }, Number.MAX_SAFE_INTEGER, 'caller-no');
      if (other !== undefined) this.say(other.person, { ...said, over: 'gap' });
    }
  }

  private arrive(person: Person, name: string, at: number, proven = true): void {
    const place = this.place(name);
    const free = place.keeps === true && proven;
    place.today = { subjectId: person.id, since: free ? at : undefined };
    if (free) {
      place.keeps = false;
      place.pairs = place.pairs.filter((pair) => pair.kept !== true);
    }
    if (named(name).phone !== undefined) person.phone = name;
    else {
      const bsuid = presentBsuid(person.bsuid, name, this.present);
      if (bsuid !== undefined) person.bsuid = bsuid;
    }
  }

  private fill(number: string, hold: Hold<Tenure>, subjectId: string, seen: number | undefined): void {
    if (hold.asOf !== 'gap') throw new Error('There is no gap.');
    const place = this.place(number);
    const since = hold.since === undefined ? {} : { since: hold.since };
    place.ended = [
      ...place.ended,
      { subjectId, ...since, until: hold.until, ...(seen === undefined ? { gap: true } : { seen }) },
    ];
    const nextId = hold.next === 'today' ? place.today?.subjectId : hold.next?.subjectId;
    if (seen === undefined || nextId === undefined) return;
    this.takeDenials(this.person(subjectId), this.person(nextId), number, hold.since ?? 0, hold.until);
  }

  /** Denials by the number of a time when it was not `from`'s, as was believed. */
  private takeDenials(person: Person, from: Person, number: string, since: number, until: number): void {
    for (const said of [...from.said]) {
      const own = said.over === undefined || said.over === 'named';
      if (said.what === 'no' && own && said.at >= since && said.at < until && byNumber(said, number, from))
        this.say(person, { ...said, over: 'gap' });
    }
  }

  private change({ phone, bsuid, to, at }: Extract<Act, { act: 'change' }>): void {
    for (let tries = 0; tries < 20; tries += 1) {
      const before = this.heldAt(phone, at - 1);
      if (bsuid === undefined && (before.asOf === 'gap' || before.unknownPeople === true)) {
        this.makeRoomForStranger(to, at);
        return;
      }
      const settled = this.settle({ phone, ...(bsuid !== undefined && { bsuid }) }, at - 1, 'provider');
      if (settled === undefined) return;
      const { person } = settled;
      const isPast = this.hasMovedSince(person, to, at);
      if (isPast && this.endThen(person, phone, at)) continue;
      const held = this.heldAt(to, at);
      const other =
        held.asOf === 'gap' || (held.asOf === 'ended' && held.unknownPeople === true) ? undefined : held.holder;
      if (other !== undefined && other.subjectId !== person.id) {
        const own = bsuid ?? person.bsuid;
        const contradicts = other.bsuid !== undefined && (own === undefined || areTwoAccounts(other.bsuid, own));
        const older = contradicts || other.firstKnownAt < at || held.unknownPeople === true;
        if (!older) {
          this.merge(person, this.person(other.subjectId), at, isPast ? person.phone : (other.phone ?? to));
          continue;
        }
        const later = this.person(other.subjectId);
        this.makeRoom(later, held, to, at);
        continue;
      }
      if (isPast && held.asOf === 'today' && this.holderNow(to)?.id === person.id) {
        const since = person.phone === undefined ? undefined : this.place(person.phone).today?.since;
        const until = person.pair?.first ?? since;
        if (until === undefined) return;
        if (person.bsuid === undefined) this.leave(person, to, until);
        else this.heldEarlier(person, to, at, until);
        continue;
      }
      if (!isPast) this.changed(person, phone, to, at, held);
      return;
    }
    throw new Error('This change never settles.');
  }

  private makeRoom(other: Person, held: Held<Holder>, number: string, at: number): void {
    if (held.asOf === 'ended') this.interruptEnded(other, number, at);
    else if (other.pair === undefined || other.pair.last <= at || held.unknownPeople === true)
      this.takeOver(other, number, at);
    else this.interruptLater(other, number, at);
  }

  private makeRoomForStranger(number: string, at: number): void {
    const held = this.heldAt(number, at);
    const { holder } = held;
    if (holder === undefined || holder.firstKnownAt >= at) return;
    if (held.asOf === 'ended' && held.unknownPeople === true) return;
    this.makeRoom(this.person(holder.subjectId), held, number, at);
  }

  private hasMovedSince(person: Person, to: string, at: number): boolean {
    if (person.phone === undefined || person.phone === to) return false;
    return Math.max(person.pair?.last ?? 0, this.place(person.phone).today?.since ?? 0) > at;
  }

  /** Whether the tenure of the old number reached beyond the change. */
  private endThen(person: Person, phone: string, at: number): boolean {
    if (this.heldAt(phone, at - 1).holder?.subjectId !== person.id) return false;
    const hold = this.hold(phone, at - 1);
    if (hold.asOf === 'today' && person.phone !== phone) this.leave(person, phone, at);
    else if (hold.asOf === 'today') this.interruptLater(person, phone, at);
    else if (hold.asOf === 'ended' && hold.tenure.until > at) this.interruptEnded(person, phone, at);
    else return false;
    return true;
  }

  private interruptLater(person: Person, number: string, at: number): void {
    const since = this.place(number).today?.since ?? 0;
    const { first, last } = person.pair ?? { first: since, last: since };
    if (first > at) this.interrupt(person, number, undefined, first);
    else this.interrupt(person, number, at, last);
  }

  private changed(person: Person, phone: string, to: string, at: number, held: Held<Holder>): void {
    const free = held.asOf === 'today';
    const isNew = free && person.phone !== to;
    const isTheirs = (name: string) =>
      this.hold(name, at - 1).asOf === 'today' && this.holderNow(name)?.id === person.id;
    const old = person.phone;
    if (to !== phone && isTheirs(phone)) this.leave(person, phone, at);
    else if (isNew && old !== undefined) this.leave(person, old, at);
    if (!free) return;
    if (this.holderNow(to) === undefined) {
      this.arrive(person, to, at, true);
      this.place(to).today = { subjectId: person.id, since: at };
    }
    person.phone = to;
    if (person.bsuid !== undefined && (isNew || person.pair === undefined)) person.pair = { first: at, last: at };
  }

  private newPerson(at: number): Person {
    this.ids += 1;
    const person: Person = { id: `u${this.ids}`, firstKnownAt: at, said: [] };
    this.people.set(person.id, person);
    return person;
  }

  /** The person of an id, through merges. */
  person(id: string): Person {
    const found = this.people.get(id);
    if (found === undefined) throw new Error(`The person ${id} is gone.`);
    return found.mergedInto === undefined ? found : this.person(found.mergedInto);
  }

  private place(name: string): Place {
    let found = this.places.get(name);
    if (found === undefined) {
      found = { ended: [], pairs: [] };
      this.places.set(name, found);
    }
    return found;
  }

  private hold(name: string, at: number): Hold<Tenure> {
    const { ended, today } = this.place(name);
    return holdAt({ ended, today }, at);
  }

  private holderNow(name: string): Person | undefined {
    const { today } = this.place(name);
    return today === undefined ? undefined : this.person(today.subjectId);
  }

  private heldNow(name: string): Held<Holder> {
    return this.heldAt(name, Number.MAX_SAFE_INTEGER);
  }

  private heldAt(name: string, at: number): Held<Holder> {
    const hold = this.hold(name, at);
    if (hold.asOf === 'gap') return { asOf: 'gap' };
    const id = hold.asOf === 'ended' ? hold.tenure.subjectId : this.place(name).today?.subjectId;
    if (id === undefined) return { asOf: 'today', ...(this.place(name).keeps === true && { unknownPeople: true }) };
    const holder = holderOf(this.person(id));
    const unknown = hold.asOf === 'ended' ? hold.tenure.gap === true : this.place(name).keeps === true;
    return { asOf: hold.asOf, holder, ...(unknown && { unknownPeople: true }) };
  }
}

function holderOf({ phone, bsuid, pair, firstKnownAt, id: subjectId }: Person): Holder {
  return {
    subjectId,
    firstKnownAt,
    ...(phone !== undefined && { phone }),
    ...(bsuid !== undefined && { bsuid }),
    ...(pair !== undefined && { pair }),
  };
}

/** Numbers begin with a small letter, BSUIDs with a capital one. */
export function named(name: string): { readonly phone?: string; readonly bsuid?: string } {
  return name >= 'a' ? { phone: name } : { bsuid: name };
}

function isContradicted(reported: string, proven: string): boolean {
  const isNumber = named(reported).phone !== undefined;
  return isNumber === (named(proven).phone !== undefined) && (isNumber || !areOfTwoPortfolios(reported, proven));
}

function names({ phone, bsuid }: { readonly phone?: string; readonly bsuid?: string }) {
  return { ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) };
}

/** Whether it may be somebody else's who had the number. */
function byNumber(said: Said, number: string, person: Person): boolean {
  if (said.level === 3 && said.bsuid !== undefined && said.bsuid === person.bsuid) return false;
  return said.phone === number;
}

function isOptedIn(said: readonly Said[]): boolean {
  const counting = said.filter(({ cut }) => cut !== true);
  if (counting.some(({ what }) => what === 'start')) return isOptedInByRules(counting.map(ruled), 'offers', () => true);
  const grants = counting.filter(({ what }) => what === 'yes');
  const denials = said.filter(({ what }) => what === 'no');
  return grants.some(
    (grant) =>
      denials.every((no) => grant.at > no.at) &&
      denials.every((no) => no.level <= grant.level || grants.some((yes) => yes.level >= no.level && yes.at > no.at)),
  );
}

function ruled({ what, level, at }: Said): Ruled {
  if (what === 'yes') return { action: 'granted', purposes: ['offers'], level, second: at };
  return { action: what === 'no' ? 'revoked' : 'resumed', purposes: 'all', level, second: at };
}
