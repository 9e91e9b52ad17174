import * as z from 'zod';
import type { PathParameter } from '../../contract/routes.ts';

/** The form of each parameter in a path. A value of another form is no fault: nothing is there, so it is 404. */
export const pathParameters: { readonly [Name in PathParameter]: z.ZodString } = {
  appId: parameter('The app.', '^[a-z][a-z0-9-]{1,30}$', 'acme'),
  userId: parameter(
    'The user, as this API names them.',
    '^usr_[A-Za-z0-9_-]+$',
    'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  ),
  keyId: parameter('The public name of an API key.', '^key_[a-z0-9]+$', 'key_gvriosehyvvdca2f'),
  personId: parameter('Somebody of the business.', '^person_[a-z0-9]{16}$', 'person_k3v9m2x7q4w8r5t1'),
  exportId: parameter('The export.', '^exp_[0-9a-z]+$', 'exp_019abc'),
  scheduleId: parameter('The schedule.', '^sch_[0-9a-z]+$', 'sch_5f0c2d1e9a3b4c6d'),
  importId: parameter('The import.', '^imp_[0-9a-z]+$', 'imp_0mwprg3k02a6c778939658dca'),
  noticeId: parameter('The notice.', '^[a-z][a-z0-9-]{1,59}$', 'opt-in'),
  version: parameter('The number of a version.', '^[1-9][0-9]{0,5}$', '3'),
  pointId: parameter('The collection point.', '^pt_[a-z0-9]+$', 'pt_k3v9m2x7q4w8r5t1'),
  templateId: parameter('The message template.', '^tpl_[0-9a-f]{24}$', 'tpl_3f0c2d1e9a3b4c6d5f0c2d1e'),
  hookId: parameter('A secret address for calls.', '^hook_[a-z0-9]{16}$', 'hook_k3v9m2x7q4w8r5t1'),
  secret: parameter('The secret of such an address.', '^[A-Za-z0-9_-]+$', '0f3a9c1d5b7e2468-q7ZkN2sXw0rT4vYb8uLfDg'),
  appName: parameter('The app by its name at Gupshup, or by its id.', '^[^/]{1,100}$', 'DemoApp'),
  signupId: parameter("The In-App Signup, by Meta's id.", '^[0-9]{1,40}$', '13176843987434774'),
  token: parameter('Names a collection point in its public addresses.', '^[a-z0-9]+$', 'k3v9m2x7q4w8r5t1'),
  code: parameter('Names a choice that a visitor made.', '^[a-z0-9]+$', 'c7q4w8r5t1k3v9m2'),
  decisionId: parameter('A decision of the send gate.', '^dec_[0-9a-z]{24}$', 'dec_mi7f0hs0k3v9m2x7q4w8r5t1'),
  asideId: parameter(
    'Something kept aside.',
    '^asd_[0-9a-z]{8}[A-Za-z0-9_-]{22}$',
    'asd_mi7f0hs0x4Vd0m2Qq8r1Zs7uT3wYbA',
  ),
  endpointId: parameter('An address at which an app is told of events.', '^ep_[a-z0-9]{16}$', 'ep_k3v9m2x7q4w8r5t1'),
  deliveryId: parameter(
    'An event that an endpoint is owed.',
    '^dlv_[A-Za-z0-9_-]{1,180}$',
    'dlv_eVhvUm03RWZIRWwjMDAwMDAwMDAwMDAz',
  ),
  graphVersion: parameter("A version of Meta's Graph API.", '^v[0-9]{1,3}\\.[0-9]{1,2}$', 'v23.0'),
  phoneNumberId: parameter("Meta's id of a number of the business.", '^[0-9]{5,40}$', '106540352242922'),
  graph: parameter("A path of Meta's form.", '^.*$', 'v23.0/106540352242922/media'),
  logo: parameter(
    'A logo by the hash of its bytes, or a letter by colour and code points.',
    '^[A-Za-z0-9_-]+$',
    '0b57d0-4c',
  ),
  file: parameter('A file or a screen of the console.', '^.*$', 'apps/acme/users'),
  link: parameter('A personal link, sealed.', '^[A-Za-z0-9_-]+$', 'AQ3kx7q4w8r5t1k3v9m2'),
};

function parameter(description: string, pattern: string, example: string): z.ZodString {
  return z.string().meta({ description, pattern, examples: [example] });
}
