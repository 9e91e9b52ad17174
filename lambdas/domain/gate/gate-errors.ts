import { DomainError } from '../errors.ts';

/**
 * Codes of our own in Meta's error shape: whole numbers, for clients compare and convert them so, and in a range that no family of Meta's has
 * (docs/gate.md). Never renumbered.
 */
export const gateCodes = {
  /** Somebody's no stands, or a yes or the window is missing. */
  denied: 790000,
  /** No message that can be judged. */
  notAMessage: 790001,
  /** No good API key. */
  unauthenticated: 790002,
  /** The key may not send. */
  forbidden: 790003,
  /** No such path, or no number or account of an app of the key. */
  notFound: 790004,
  /** The key, or its source, asks too much. */
  tooMany: 790005,
  /** Nothing was sent; the same call may be sent again. */
  tryAgain: 790006,
  /** It is not known whether the message goes out. */
  unknownOutcome: 790007,
  /** The number cannot send by the gate as it is set up. */
  notSetUp: 790008,
} as const;

/** Meta's own code for a parameter that is not right (Graph API, "Error codes"): what it says itself of a Direct Send that is marketing. */
export const invalidParameter = 100;

/** The gate does not forward a call, for a reason that no consent decides. */
export class GateRefusedError extends DomainError {
  readonly code = 'gate-refused';
  readonly status: number;
  readonly metaCode: number;
  /** Nothing was done, and the same call may come to something else later. */
  readonly isTransient: boolean;
  constructor(status: number, metaCode: number, detail: string, isTransient = false) {
    super(detail);
    this.status = status;
    this.metaCode = metaCode;
    this.isTransient = isTransient;
  }
}

/** What came is no message that can be judged, and is not forwarded. */
export const notAMessage = (detail: string, metaCode: number = gateCodes.notAMessage): GateRefusedError =>
  new GateRefusedError(400, metaCode, detail);
