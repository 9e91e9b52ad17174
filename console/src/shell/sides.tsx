import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter';
import { useApps } from '../api/use-apps.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import type { Room } from '../room.ts';
import { rooms } from '../rooms.ts';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { Preferences } from './preference-fields.tsx';
import { shellWords } from './words/shell-words.ts';

interface SidesProps {
  readonly appId?: string;
  readonly room?: Room;
}

/** So many rooms are at the thumb on a phone; the others are behind "More". */
const atTheThumb = 4;

/** The navigation: beside the screen on a desk, below it on a phone. */
export function Sides({ appId, room }: SidesProps) {
  const t = useWords(shellWords);
  const current = useKept(session);
  const [more, setMore] = useState(false);
  const seen = rooms.filter(({ of = 'app', scope }) => may(current, scope) && (of === 'stage' || appId !== undefined));
  const links = (some: readonly Room[]) =>
    some.map((each) => (
      <RoomLink key={each.id} of={each} appId={appId} isHere={each === room} onGo={() => setMore(false)} />
    ));
  return (
    <>
      <header class="side">
        <p class="brand">OptLedger</p>
        <AppSwitcher appId={appId} />
        <nav aria-label={t.navigation} class="rooms">
          {links(seen)}
        </nav>
        <div class="side-foot">
          <Preferences />
        </div>
      </header>
      <nav aria-label={t.navigation} class="thumb">
        {links(seen.slice(0, atTheThumb))}
        <button type="button" class="room-link" aria-haspopup="dialog" onClick={() => setMore(true)}>
          <Sign path="M4 10h.01M10 10h.01M16 10h.01" />
          <span>{t.more}</span>
        </button>
      </nav>
      <Dialog title={t.more} open={more} onClose={() => setMore(false)}>
        <div class="more">
          {links(seen.slice(atTheThumb))}
          <Preferences />
          <Button onClick={() => setMore(false)}>{t.close}</Button>
        </div>
      </Dialog>
    </>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 20 20" class="sign" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

interface RoomLinkProps {
  readonly of: Room;
  readonly appId: string | undefined;
  readonly isHere: boolean;
  readonly onGo: () => void;
}

function RoomLink({ of: { id, of = 'app', title, sign }, appId, isHere, onGo }: RoomLinkProps) {
  const { language: spoken } = useSpeech();
  return (
    <Link
      href={of === 'app' ? `/apps/${appId ?? ''}/${id}` : `/${id}`}
      class="room-link"
      aria-current={isHere ? 'page' : undefined}
      onClick={onGo}
    >
      <Sign path={sign} />
      <span>{title[spoken]}</span>
    </Link>
  );
}

const another = '+';

function AppSwitcher({ appId }: { readonly appId: string | undefined }) {
  const t = useWords(shellWords);
  const [, go] = useLocation();
  const current = useKept(session);
  const apps = useApps().data?.data ?? [];
  if (apps.length === 0) return null;
  return (
    <label class="app-switcher">
      <span class="visually-hidden">{t.business}</span>
      <select
        value={appId ?? ''}
        onChange={({ currentTarget: { value } }) => go(value === another ? '/new-app' : `/apps/${value}/overview`)}
      >
        {appId === undefined && <option value="">{t.chooseBusiness}</option>}
        {apps.map(({ appId: id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
        {may(current, 'apps:write') && <option value={another}>{t.anotherBusiness}</option>}
      </select>
    </label>
  );
}
