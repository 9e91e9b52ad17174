import { sameLine } from '../identity/phone.ts';
import type { Choice } from './choice.ts';

/** Whether somebody confirmed a choice: with numbers in it, from one of them. */
export function isConfirmed({ numbers, confirmedBy = [] }: Choice): boolean {
  if (numbers.length === 0) return confirmedBy.length > 0;
  const phones = confirmedBy.filter((by) => by.startsWith('phone:')).map((by) => by.slice('phone:'.length));
  return numbers.some((number) => phones.some((phone) => sameLine(phone, number)));
}
