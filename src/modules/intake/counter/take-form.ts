import type { OpenCase } from '#modules/cases/index.ts';
import { findUnit, unitOfDistrict } from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Language } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { answerField, answerPerson, answerPlace, refuseFields } from '../answer-page.ts';
import type { DraftDocument } from '../draft.ts';
import { intakeReasons } from '../reasons.ts';
import { channelAt, missingPapers, needsIdentity } from '../rules/counter.ts';
import { detailsOf } from '../rules/details.ts';
import type { Answers } from '../rules/pages.ts';
import type { CounterFacts } from './counter-facts.ts';
import { mistakes } from './mistakes.ts';
import { visitReasons } from './texts.ts';

export type Typed = Record<string, string>;
type Asked = { facts: CounterFacts; typed: Typed; documents: readonly DraftDocument[] };
type Told = { language: Language; requestId: string; today: string };
export type Taken = { ok: true; request: OpenCase } | { ok: false; errors: FieldErrors };

/** Reads the whole form and names everything that is wrong with it at once: the person is waiting. */
export async function takeForm(db: Database, asked: Asked, told: Told): Promise<Taken> {
  const { facts, typed, documents } = asked;
  const { definition } = facts.service;
  const wrong = mistakes(told.language);
  const person = await wrong.unless(() => answerPerson(typed));
  const place = await wrong.unless(() => placeOf(db, asked, told));
  const details: Answers = {};
  for (const { name } of definition.fields)
    Object.assign(details, await wrong.unless(() => answerField({ definition }, name, typed)));
  await wrong.unless(() => checkPapers(asked, told.language));
  if (!person || !place || !wrong.none()) return { ok: false, errors: wrong.errors };
  const request: OpenCase = {
    requestId: told.requestId,
    serviceVersionId: facts.service.id,
    unitCode: place.unit ?? '',
    channel: channelAt(facts.unit?.kind),
    customer: {
      name: person.name ?? '',
      phone: person.phone || null,
      email: person.email || null,
      address: person.address ?? '',
      customerCode: place.customer_code || null,
    },
    details: detailsOf(definition, details),
    // What the customer reads, whatever language the clerk works in.
    language: typed.customer_language === 'en' ? 'en' : 'vi',
    documents,
    visit: {
      reason: visitReason(typed),
      identitySeen: typed.identity === 'yes',
      shown: shownOf(facts, typed),
      note: typed.note ?? '',
    },
  };
  return { ok: true, request };
}

/** By the customer code, else by the district, else the unit at whose counter they stand. */
async function placeOf(db: Database, { facts, typed }: Asked, told: Told): Promise<Answers> {
  if (typed.customer_code?.trim()) return answerPlace(db, { customer_code: typed.customer_code }, told.today);
  if (!typed.district && facts.unit?.kind === 'district_unit') return { unit: facts.unit.code };
  const known = facts.districts.find(({ code }) => code === typed.district);
  const unit = await inScope(db, publicScope, async (trx) => {
    const serving = known && (await unitOfDistrict(trx, known.code, told.today));
    return serving && findUnit(trx, serving.code);
  });
  if (!unit) throw refuseFields({ district: 'district_needed' });
  return { unit: unit.code };
}

function checkPapers({ facts, typed, documents }: Asked, language: Language): void {
  const { documents: asked } = facts.service.definition;
  const later = typed.later === 'yes';
  const missing = missingPapers(asked, { uploaded: documents, shown: shownOf(facts, typed), later });
  const name = missing.map((paper) => paper.name[language]).join('; ');
  const reason = intakeReasons.paper_missing;
  const fields = Object.fromEntries(missing.map(({ code }) => [`file.${code}`, reason]));
  const identity = needsIdentity(asked) && typed.identity !== 'yes';
  if (identity) Object.assign(fields, { identity: intakeReasons.identity_not_seen });
  if (missing.length > 0 || identity) throw refuse(reason, { name }, fields);
}

const shownOf = ({ service }: CounterFacts, typed: Typed): string[] =>
  service.definition.documents.map(({ code }) => code).filter((code) => typed[`shown.${code}`] === 'yes');

const known: Record<string, { vi: string }> = visitReasons;
/** Kept as the utility's people read it; what was written by hand goes before what was chosen. */
const visitReason = (typed: Typed): string =>
  typed.visit_other?.trim() || (known[typed.visit_reason ?? '']?.vi ?? '');
