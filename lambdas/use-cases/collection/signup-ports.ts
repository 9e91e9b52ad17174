import type { CollectionPoint } from '../../domain/collection/collection-point.ts';
import type { DatedText, Signup } from '../../domain/collection/signup.ts';
import type { SignupText } from '../../domain/consent/statement.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** A signup as Meta has it. */
export interface MetaSignup {
  readonly signupId: string;
  readonly status: 'active' | 'disabled';
  readonly name?: string | undefined;
  readonly text: SignupText;
}

/** What Meta is told of a new signup. */
export interface NewMetaSignup extends SignupText {
  readonly name: string;
  readonly acceptTerms: boolean;
}

export type MetaSignupChange = Partial<Omit<SignupText, 'privacyPolicyUrl'>> & {
  readonly name?: string | undefined;
  readonly status?: 'active' | 'disabled' | undefined;
};

/**
 * Meta's In-App Signups. Everything throws MetaNotSetUpError without an access token, MetaRefusedError when Meta refuses, and TryAgainError
 * when it does not answer in time: then it is not known whether it was done.
 *
 * @param appId whose token is used
 */
export interface MetaSignups {
  /** @returns Meta's id */
  create(appId: string, wabaId: string, signup: NewMetaSignup): Promise<string>;
  /** Undefined = there is none, or this token may not see it. */
  find(appId: string, signupId: string): Promise<MetaSignup | undefined>;
  change(appId: string, signupId: string, change: MetaSignupChange): Promise<void>;
  /** At most `limit` signups and never more than 25, in Meta's order. @param after `next` of the page before */
  page(
    appId: string,
    wabaId: string,
    limit: number,
    after?: string,
  ): Promise<{ readonly signups: readonly MetaSignup[]; readonly next?: string | undefined }>;
}

/** The signups whose opt-ins count. One is of one app. */
export interface SignupStore {
  /** A text since a time, with its hash. */
  seal(text: SignupText, since: Milliseconds): Omit<DatedText, 'locale'>;
  /** With its point. Throws AlreadyExistsError when an app has it. */
  create(signup: Signup, point: CollectionPoint): Promise<void>;
  find(signupId: string): Promise<Signup | undefined>;
  findMany(signupIds: readonly string[]): Promise<readonly Signup[]>;
  /** Throws AlreadyExistsError when `before` is not what is stored any more. */
  replace(before: Signup, after: Signup): Promise<void>;
}
