import { z } from 'zod';
import { parsePhone } from '#platform/phone.ts';
import { type IntakeReason, intakeReasons } from '../reasons.ts';
import { plainCode } from '../unit-of-customer.ts';
import type { Fault } from './failures.ts';
import { type Open311Reason, open311Reasons } from './reasons.ts';
import type { Sent } from './rules/read-sent.ts';

/** A notice in the standard's own fields. The device's id is not kept: nothing here needs it. */
export type Notice = {
  serviceCode: string;
  position: { lat: string; long: string } | null;
  addressString: string;
  /** The utility's address system is its customer codes. */
  addressId: string;
  name: string;
  email: string;
  /** E.164 */
  phone: string | null;
  description: string;
  mediaUrl: string;
  accountId: string;
};
type Faults = Record<string, Fault>;
export type ReadNotice = { notice: Notice; faults: Faults };

const longest: Record<string, number> = {
  service_code: 100,
  address_string: 500,
  address_id: 100,
  email: 200,
  phone: 40,
  first_name: 100,
  last_name: 100,
  account_id: 200,
  description: 4000,
};
const email = z.email();
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** What is wrong is named, all of it. */
export function readNotice(sent: Sent): ReadNotice {
  const faults: Faults = {};
  const told = (name: string) => sent.get(name)?.[0] ?? '';
  for (const [name, most] of Object.entries(longest))
    if (told(name).length > most) faults[name] = { reason: intakeReasons.answer_too_long, facts: { most } };
  for (const name of [...Object.keys(longest), 'lat', 'long', 'media_url'])
    if ((sent.get(name)?.length ?? 0) > 1) faults[name] = ours('sent_twice');
  const phone = parsePhone(told('phone'));
  Object.assign(faults, wrongContact(told, phone), wrongPlace(told));
  if (!told('service_code')) faults.service_code = ours('service_needed');
  if (told('media_url') && !webAddress.safeParse(told('media_url')).success)
    faults.media_url = ours('media_wrong');
  const position = told('lat') ? { lat: told('lat'), long: told('long') } : null;
  const notice = {
    serviceCode: told('service_code'),
    position,
    addressString: told('address_string'),
    addressId: plainCode(told('address_id')),
    name: [told('last_name'), told('first_name')].filter(Boolean).join(' '),
    email: told('email'),
    phone,
    description: told('description'),
    mediaUrl: told('media_url'),
    accountId: told('account_id'),
  };
  return { notice, faults };
}

type Told = (name: string) => string;

/** Somebody must be told what becomes of it: the standard lets both be left out, a case does not. */
function wrongContact(told: Told, phone: string | null): Faults {
  if (!told('email') && !told('phone')) {
    const needed = theirs('contact_needed');
    return { phone: needed, email: needed };
  }
  return {
    ...(told('phone') && phone === null ? { phone: theirs('phone_wrong') } : {}),
    ...(told('email') && !email.safeParse(told('email')).success ? { email: theirs('email_wrong') } : {}),
  };
}

function wrongPlace(told: Told): Faults {
  const [lat, long] = [told('lat'), told('long')];
  if (!lat && !long)
    return told('address_string') || told('address_id') ? {} : { address_string: ours('place_needed') };
  return {
    ...(within(lat, 90) ? {} : { lat: ours('latitude_wrong') }),
    ...(within(long, 180) ? {} : { long: ours('longitude_wrong') }),
  };
}

const within = (typed: string, most: number): boolean =>
  /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(typed) && Math.abs(Number(typed)) <= most;
const ours = (reason: Open311Reason): Fault => ({ reason: open311Reasons[reason] });
const theirs = (reason: IntakeReason): Fault => ({ reason: intakeReasons[reason] });
