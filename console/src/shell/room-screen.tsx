import type { ComponentType } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { Skeleton } from '../kit/skeleton.tsx';
import type { Room } from '../room.ts';

const loaded = new Map<Room, ComponentType>();

function screenOf(room: Room): ComponentType {
  const known = loaded.get(room) ?? (lazy(room.load) as ComponentType);
  loaded.set(room, known);
  return known;
}

/** The screens of a room, once their code is here. */
export function RoomScreen({ room }: { readonly room: Room }) {
  const Screen = screenOf(room);
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Screen />
    </Suspense>
  );
}

const NewApp = lazy(() => import('../apps/new-app.tsx')) as ComponentType;

/** The form for another business, which needs none. */
export function NewAppScreen() {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <NewApp />
    </Suspense>
  );
}
