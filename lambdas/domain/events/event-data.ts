import type { Level, Source } from '../consent/statement.ts';
import type { SuppressionReason } from '../consent/suppression.ts';
import type { InboundChannel } from '../inbound/inbound-act.ts';
import type { HandoverCause } from '../window/handover.ts';

/** The identifiers of the person, as known when the event was published: only where the app chose it, and never after an erasure. */
export interface EventUser {
  /** E.164 with `+`. */
  readonly phone?: string | undefined;
  /** As WhatsApp writes it, where it differs from the number. */
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
}

interface OfPerson {
  readonly user?: EventUser | undefined;
}

/** What every event that comes of a ledger entry says of it. */
interface OfEntry extends OfPerson {
  /** The entry, `stm_…`. */
  readonly statementId: string;
  /** When the person acted, RFC 3339. */
  readonly saidAt: string;
  readonly source: Source;
  /** A no that came from another identifier of the person: the first entry, `stm_…`. */
  readonly copyOf?: string | undefined;
}

interface OfStatement extends OfEntry {
  /** Those for which it counts. */
  readonly purposes: readonly string[];
  /** 3 the person, 2 the business reports it, 1 the business decides. */
  readonly level: Level;
  /** `noticeId@version`. */
  readonly notice?: string | undefined;
  readonly pointId?: string | undefined;
  /** The batch of an import, `imp_…`. */
  readonly importId?: string | undefined;
}

/**
 * Why somebody is opted out: `annulled` = an import was undone; no act of the person. `earlier-holder` = it was said by whom the number belonged
 * to before. `merged` = they are one with somebody whose no stands.
 */
const optOutCauses = ['revoked', 'refused', 'annulled', 'erased', 'earlier-holder', 'merged'] as const;

/** What a no says that came by a merge. */
export interface ByMerge {
  /** The user who is this one from now on; absent where this user is the other from now on. */
  readonly mergedUserId?: string | undefined;
  /** WhatsApp’s own stop came with it. */
  readonly platformStopped?: true | undefined;
}

/** What each type says. Every member is JSON. */
export interface EventData {
  readonly 'user.opted_in': OfStatement & {
    readonly cause: 'granted' | 'resumed';
    /** What a suppression holds back, whatever this yes says. */
    readonly braked?: 'all' | 'marketing' | undefined;
  };
  readonly 'user.opted_out': OfStatement &
    ByMerge & {
      readonly cause: (typeof optOutCauses)[number];
      /** What was said: named purposes, marketing as a whole, or everything; `purposes` where some of it is overruled by a later yes. */
      readonly scope: 'purposes' | 'marketing' | 'all';
      /** The purposes that somebody was opted in to until then. */
      readonly ended: readonly string[];
      /** Of `merged`: a suppression of this scope came with it. */
      readonly braked?: 'all' | 'marketing' | undefined;
    };
  readonly 'user.pending': OfStatement;
  readonly 'user.merged': OfEntry & {
    /** The user who is this one from now on. Both ids go on resolving. */
    readonly mergedUserId: string;
    /** The purposes that one of the two was opted in to, and that the one person is not. */
    readonly ended: readonly string[];
  };
  readonly 'user.number_changed': OfEntry & {
    /** `moved`: to other identifiers; `linked`: one became known beside; `released`: it is somebody else’s; `split`: nothing proves the pair. */
    readonly change: 'moved' | 'linked' | 'released' | 'split';
  };
  readonly 'user.suppressed': OfEntry &
    ByMerge & { readonly reason: SuppressionReason; readonly scope: 'all' | 'marketing' };
  readonly 'user.released': OfEntry & { readonly reason: SuppressionReason };
  readonly 'platform.stopped': OfEntry & Pick<ByMerge, 'mergedUserId'>;
  readonly 'platform.resumed': OfEntry;
  readonly 'window.opened': OfPerson & {
    /** RFC 3339. */
    readonly openedAt: string;
    /** If nothing more comes, RFC 3339. */
    readonly closesAt: string;
  };
  readonly 'message.received': OfPerson & {
    readonly channel: InboundChannel;
    readonly messageId: string;
    /** By the message, RFC 3339. */
    readonly sentAt: string;
    readonly text?: string | undefined;
    /** The text was longer: its whole length in bytes of UTF-8. */
    readonly textCutFrom?: number | undefined;
    /** The id behind a button, a row of a list or a Flow. */
    readonly payload?: string | undefined;
  };
  readonly 'handover.requested': OfEntry & { readonly by: HandoverCause };
  readonly 'export.completed': { readonly exportId: string; readonly rows: number; readonly closedAt: string };
  readonly 'import.completed': {
    readonly importId: string;
    readonly state: 'applied' | 'undone';
    /** Rows by what became of them. */
    readonly counts: { readonly [code: string]: number };
  };
  /** By hand: a cap that is reached and a time that has passed are computed, as expiry is. */
  readonly 'point.paused': { readonly pointId: string; readonly name: string };
  readonly 'template.changed': {
    readonly wabaId: string;
    /** Meta’s id, where it said one. */
    readonly templateId?: string | undefined;
    readonly name: string;
    readonly language: string;
    readonly status: string;
    readonly category?: string | undefined;
    readonly quality?: string | undefined;
  };
  readonly 'callback.switched_off': {
    readonly endpointId: string;
    readonly why: 'gone' | 'failing' | 'by-hand';
    /** Since when nothing was taken, RFC 3339. */
    readonly failingSince?: string | undefined;
  };
}
