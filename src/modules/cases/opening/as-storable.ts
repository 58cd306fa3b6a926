import { storable } from '#platform/text.ts';
import type { Asked } from './types.ts';

/** A sign that the database cannot hold must not reach the hash either: what is hashed is what is kept. */
export function asStorable({ actor, request }: Asked): Asked {
  const { name, phone, email, address, customerCode } = request.customer;
  const details = Object.entries(request.details).map(([key, value]) => [storable(key), storable(value)]);
  const clean = {
    ...request,
    customer: {
      name: storable(name),
      phone: phone && storable(phone),
      email: email && storable(email),
      address: storable(address),
      customerCode: customerCode && storable(customerCode),
    },
    details: Object.fromEntries(details),
    ...(request.message ? { message: asPlain(request.message) } : {}),
  };
  return { actor, request: clean };
}

const asPlain = ({ body, quoted }: NonNullable<Asked['request']['message']>) => ({
  body: storable(body),
  quoted: quoted && storable(quoted),
});
