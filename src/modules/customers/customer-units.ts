import { listProvinces, listUnits, unitOfCustomerCode } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** A unit as customers need it: `names` are those of its province, older and newer; `successors` name who took a closed one over. */
export type CustomerUnit = {
  code: string;
  path: string;
  closed: boolean;
  successors: string[];
  names: string[];
};

/** The district units by code, closed ones too. */
export async function readCustomerUnits(trx: Trx): Promise<Map<string, CustomerUnit>> {
  const provinces = new Map((await listProvinces(trx)).map((one) => [one.code, one.names]));
  const units = new Map<string, CustomerUnit>();
  for (const unit of await listUnits(trx, { kind: 'district_unit', closedToo: true })) {
    const taken = unit.validTo === null ? undefined : await unitOfCustomerCode(trx, unit.code);
    units.set(unit.code, {
      code: unit.code,
      path: unit.path,
      closed: unit.validTo !== null,
      successors: taken && 'successors' in taken ? taken.successors.map(({ code }) => code) : [],
      names: (provinces.get(unit.provinceCode ?? '') ?? []).map(({ vi }) => vi),
    });
  }
  return units;
}
