import type { ComponentType } from 'preact';
import { lazy } from 'preact/compat';
import { phoneRoom } from './phone/room.ts';
import type { Room } from './room.ts';
import { sampleRoom } from './sample/room.ts';

/** Rooms that only local mode has. Their code is in no other build. */
export const localRooms: readonly Room[] = [phoneRoom, sampleRoom];

/** What local mode says above every screen. */
export const LocalBanner = lazy(() => import('./sample/sample-banner.tsx')) as ComponentType;
