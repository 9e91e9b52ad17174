import * as z from 'zod';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import { type Appointment, type Role, roles } from '../../../domain/operators/roles.ts';
import { slug } from '../../fields/text.ts';

/** As mail servers take it (RFC 5321, 4.5.3.1.3), and as the user pool compares it. */
const email = z
  .string()
  .max(254)
  .transform((given) => given.trim().toLowerCase())
  .refine((given) => /^[^\s@"<>,;:\\()[\]]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(given), {
    message: 'This must be an e-mail address.',
    params: { code: 'not-an-email' },
  });

const appointment = {
  role: z.enum(roles),
  apps: z
    .union(
      [
        z.literal('all'),
        z
          .array(slug(31))
          .min(1)
          .max(100)
          .transform((list) => [...new Set(list)]),
      ],
      { error: 'This must be a list of app ids or "all".' },
    )
    .transform((apps) => (apps === 'all' ? ('*' as const) : apps)),
  numbers: z.boolean(),
};

/** Somebody who is to sign in. */
export const newPerson = z.strictObject({
  email,
  role: appointment.role,
  apps: appointment.apps.optional(),
  numbers: appointment.numbers.optional(),
});

/** What of somebody can be changed; what is not given stays. */
export const personChange = z.strictObject(appointment).partial();

interface Wanted {
  readonly role: Role;
  readonly apps?: Appointment['apps'] | undefined;
  readonly numbers?: boolean | undefined;
}

/**
 * What somebody is appointed to.
 *
 * @throws InvalidInputError for apps or numbers that the role says itself, or apps that nobody named
 */
export function appointmentOf({ role, apps, numbers }: Wanted): Appointment {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (role === 'owner' && apps !== undefined && apps !== '*') {
    fault('/apps', 'not-for-this-role', 'An owner has all apps. Leave this out.');
  }
  if (role !== 'owner' && apps === undefined) fault('/apps', 'required', 'Which apps is this person for?');
  if (role !== 'marketer' && numbers !== undefined) {
    fault(
      '/numbers',
      'not-for-this-role',
      'Only of a marketer it can be said whether numbers are seen. Leave this out.',
    );
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { role, apps: apps ?? '*', ...(role === 'marketer' && { numbers: numbers === true }) };
}

/**
 * The appointment after a change. Whoever is no owner any more has the apps that are named now; whoever is no marketer any more has
 * numbers as the new role has them.
 *
 * @throws InvalidInputError
 */
export function appointmentAfter(before: Appointment, change: z.output<typeof personChange>): Appointment {
  if (Object.keys(change).length === 0) {
    throw new InvalidInputError([{ pointer: '', code: 'nothing-to-change', detail: 'Say what is to change.' }]);
  }
  const { role = before.role } = change;
  const keptApps = role === 'owner' || before.role === 'owner' ? undefined : before.apps;
  const keptNumbers = role === 'marketer' ? before.numbers : undefined;
  const isSame = role === before.role && role === 'owner';
  return appointmentOf({
    role,
    apps: change.apps ?? (isSame ? undefined : keptApps),
    numbers: change.numbers ?? keptNumbers,
  });
}
