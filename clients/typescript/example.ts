import { motcua, Refusal } from './motcua.ts';

/** An app files a case for its customer, with a picture, and follows it until the unit has taken it. */
export async function fileAndFollow(
  connection: { url: string; key: string },
  picture: Blob,
  pollEvery = 5000,
) {
  const api = motcua({ ...connection, language: 'vi' });

  const { data: services } = await api.listServices();
  const service = services.items.find(({ group }) => group === 'new-supply');
  const { data: provinces } = await api.listProvinces();
  const province = provinces.items.find(({ name }) => name.vi === 'Tỉnh Tây Ninh');
  if (!service || !province) throw new Error('this utility offers no new supply there');
  const { data: districts } = await api.listDistricts({ code: province.code });
  const district = districts.items.find(({ name }) => name.vi === 'Thị xã Hòa Thành');
  if (!district) throw new Error('no such district');

  const form = new FormData();
  form.append('file', picture, 'căn cước.jpg');
  const { data: sent } = await api.sendFile({ body: form });

  const notice = {
    service: service.code,
    details: { area: 'rural', new_line: 'no', phase: 'one' },
    customer: { name: 'Nguyễn Thị Đào', phone: '0912 345 678' },
    address: 'Số 12, ấp Long Thới, xã Long Thành Trung',
    district: district.code,
    documents: [{ sha256: sent.sha256, kind: 'identity' }],
  };
  // Kept beside the draft in the app: whatever breaks on the way, sending again gives the same case.
  const idempotencyKey = crypto.randomUUID();
  const { data: filed } = await api.openCase({ body: notice }, { idempotencyKey }).catch((error: unknown) => {
    if (error instanceof Refusal)
      for (const { pointer, detail } of error.problem.errors) console.error(pointer, detail);
    throw error;
  });

  const accepted = async (): Promise<string> => {
    let known: string | null = null;
    for (;;) {
      const { data, status, etag } = await api.readCase(
        { code: filed.code },
        known ? { ifNoneMatch: known } : {},
      );
      if (status !== 304 && data.state !== 'opened') return data.state;
      known = etag;
      await new Promise((resolve) => setTimeout(resolve, pollEvery));
    }
  };
  return { ...filed, accepted };
}
