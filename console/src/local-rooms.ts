import type { Room } from './room.ts';

/** Rooms that only local mode has. Their code is in no other build. */
export const localRooms: readonly Room[] = [];
