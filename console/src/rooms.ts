import { auditRoom } from './audit/room.ts';
import { brandRoom } from './brand/room.ts';
import { callbacksRoom } from './callbacks/room.ts';
import { exportsRoom } from './exports/room.ts';
import { gateRoom } from './gate/room.ts';
import { handoversRoom } from './handovers/room.ts';
import { importsRoom } from './imports/room.ts';
import { keysRoom } from './keys/room.ts';
import { localRooms } from './local-rooms.ts';
import { noticesRoom } from './notices/room.ts';
import { onboardingRoom } from './onboarding/room.ts';
import { overviewRoom } from './overview/room.ts';
import { pointsRoom } from './points/room.ts';
import { repliesRoom } from './replies/room.ts';
import type { Room } from './room.ts';
import { settingsRoom } from './settings/room.ts';
import { teamRoom } from './team/room.ts';
import { templatesRoom } from './templates/room.ts';
import { usersRoom } from './users/room.ts';

/** All rooms, in the order of the navigation. The first four are at the thumb on a phone. */
export const rooms: readonly Room[] = [
  overviewRoom,
  usersRoom,
  onboardingRoom,
  exportsRoom,
  importsRoom,
  pointsRoom,
  handoversRoom,
  repliesRoom,
  noticesRoom,
  templatesRoom,
  gateRoom,
  callbacksRoom,
  brandRoom,
  teamRoom,
  keysRoom,
  auditRoom,
  settingsRoom,
  ...(__LOCAL_MODE__ ? localRooms : []),
];
