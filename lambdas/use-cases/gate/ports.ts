import type { GateDecision } from '../../domain/gate/gate-decision.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { Template, TemplateName } from '../../domain/templates/template.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** Which decisions are wanted. */
export interface GateDecisionFilter {
  readonly decision?: GateDecision['decision'] | undefined;
  /** In UTC. */
  readonly day?: string | undefined;
}

export interface GateDecisionPage {
  readonly data: readonly GateDecision[];
  /** Undefined = that was all. */
  readonly next: string | undefined;
}

/** Decisions of the send gate, to look at. */
export interface GateDecisions {
  /** Newest first. A page may be short, and yet there are more. */
  list(appId: string, filter: GateDecisionFilter, limit: number, from?: string): Promise<GateDecisionPage>;
  /** The same of one user, and of all who turned out to be the same; undefined = there is no such user. */
  ofUser(appId: string, userId: string, limit: number, from?: string): Promise<GateDecisionPage | undefined>;
  find(appId: string, decisionId: string): Promise<GateDecision | undefined>;
}

/** Where decisions are kept. */
export interface KeptDecisions {
  newId(at: number): string;
  /** Rejects when it could not be kept: then nothing may be sent. */
  keep(appId: string, decision: GateDecision): Promise<void>;
}

/** What is read of the person and the template before a call is judged. */
export interface GateReader {
  /**
   * Strong. One request for a person under the identifier first known; one more for each step to somebody who is known by another first.
   *
   * @param wanted the window of a message that needs one, or the template
   */
  look(
    appId: string,
    person: PersonRef,
    wanted: { readonly window: boolean; readonly template: TemplateName | undefined },
    now: Milliseconds,
  ): Promise<{ readonly person: KnownPerson | undefined; readonly template: Template | undefined }>;
}

/** What Meta answered, as it came. */
export interface MetaAnswer {
  readonly status: number;
  /** Those that clients read; names in lower case. */
  readonly headers: { readonly [name: string]: string };
  readonly body: Uint8Array;
}

/** A call as it goes on to Meta. */
export interface MetaCall {
  readonly method: 'GET' | 'POST';
  /** As the caller wrote it, `v23.0`; undefined = that of the stage. */
  readonly version: string | undefined;
  /** Without a version: `/106540352242922/messages`. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string };
  readonly contentType?: string | undefined;
  readonly body?: Uint8Array;
}

/** Meta's Graph API under the token of an app. */
export interface MetaGraph {
  /** Before anything is kept or sent. Throws GateRefusedError without a token, and what its store throws. */
  open(appId: string): Promise<OpenGraph>;
}

export interface OpenGraph {
  /**
   * Asks once.
   *
   * @throws GateRefusedError when it is not known whether Meta did it: no answer, none in time, or one that says nothing
   */
  send(call: MetaCall): Promise<MetaAnswer>;
}
