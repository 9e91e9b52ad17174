import { callbackUrlFault } from '../../domain/callbacks/callback-url.ts';
import { isPublicAddress } from '../../domain/callbacks/public-address.ts';
import type { CheckUrl, ResolveName } from './ports.ts';

/** Whether we would send there now. Asked again each time something is sent, for a name may lead elsewhere by then. */
export function publicUrl(resolveName: ResolveName): CheckUrl {
  return async (url) => {
    const detail = callbackUrlFault(url);
    if (detail !== undefined) return { code: 'not-a-public-url', detail };
    const addresses = await resolveName(new URL(url).hostname).catch(() => []);
    if (addresses.length === 0) return { code: 'unresolved', detail: 'This name leads to no address.' };
    if (addresses.every(isPublicAddress)) return undefined;
    return { code: 'refused-address', detail: 'This name leads to an address that is not public.' };
  };
}
