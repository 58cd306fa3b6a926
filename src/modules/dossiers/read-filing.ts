import type { OpenCase } from '#modules/cases/index.ts';
import { readWholeNotice } from '#modules/intake/index.ts';
import { type Reason, Refused } from '#platform/refused.ts';
import type { Filing } from './read-message.ts';
import type { DossierDeps } from './register-dossier.ts';

/** What the doors of this house call a place in a notice, and what the portal's message calls it. */
const names: Record<string, string> = {
  '/service': '/MaDichVu',
  '/customer/name': '/TenNguoiNop',
  '/customer/phone': '/SoDienThoai',
  '/customer/email': '/Email',
  '/customer/customerCode': '/MaKhachHang',
  '/address': '/DiaChi',
  '/unit': '/MaDonVi',
  '/district': '/MaQuanHuyen',
};
const applicants = ['citizen', 'enterprise', 'household_business'] as const;

type Request = Omit<OpenCase, 'requestId' | 'documents'>;

/** A dossier filed at the portal, judged as every other notice; what is wrong is named by the portal's own words. */
export async function readFiling(deps: DossierDeps, filing: Filing): Promise<Request> {
  try {
    const read = await readWholeNotice(deps, {
      service: filing.MaDichVu,
      details: filing.NoiDung,
      customer: {
        name: filing.TenNguoiNop,
        phone: filing.SoDienThoai,
        email: filing.Email,
        customerCode: filing.MaKhachHang,
      },
      address: filing.DiaChi,
      unit: filing.MaDonVi,
      district: filing.MaQuanHuyen,
      documents: filing.GiayTo.map(({ MaGiayTo }) => ({ kind: MaGiayTo })),
    });
    const applicant = applicants[filing.LoaiDoiTuong] ?? 'citizen';
    return {
      serviceVersionId: read.version.id,
      unitCode: read.unitCode,
      channel: 'portal',
      customer: read.customer,
      details: { ...read.details, portal_applicant: applicant },
      language: 'vi',
    };
  } catch (error) {
    throw error instanceof Refused ? renamed(error) : error;
  }
}

const renamed = ({ reason, facts, fields }: Refused): Refused =>
  new Refused(
    reason,
    facts,
    Object.fromEntries(Object.entries(fields).map(([place, why]): [string, Reason] => [nameOf(place), why])),
  );

const nameOf = (place: string): string =>
  names[place] ??
  place.replace(/^\/details\//, '/NoiDung/').replace(/^\/documents\/(\d+)\/kind$/, '/GiayTo/$1/MaGiayTo');
