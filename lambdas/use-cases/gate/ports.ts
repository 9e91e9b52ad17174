import type { GateDecision } from '../../domain/gate/gate-decision.ts';

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
