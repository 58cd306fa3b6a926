import type { FastifyInstance } from 'fastify';
import { createElement, Fragment } from 'react';
import {
  type ConsoleDeps,
  oidcRoutes,
  recogniseStaff,
  requireStaff,
  securityRoutes,
  showConsoleRefusal,
  signInRoutes,
  staffRoutes,
} from '#modules/accounts/index.ts';
import { atBodies, maySeeBodies, unitBodyRoutes } from '#modules/agencies/index.ts';
import { boardRoutes, mayReadBoards } from '#modules/boards/index.ts';
import { type CaseConsoleDeps, caseConsole, listCasesOf } from '#modules/cases/index.ts';
import { customerConsole } from '#modules/customers/index.ts';
import {
  dossierConsole,
  dossierOnCase,
  dossierOnReceipt,
  maySeeConnections,
  maySeeRegister,
  registerDossier,
} from '#modules/dossiers/index.ts';
import {
  counterRoutes,
  lettersOfCase,
  mailRoutes,
  mayReadLetters,
  maySeeCallFigures,
  mayServe,
  mayTakeCalls,
  phoneConsole,
} from '#modules/intake/index.ts';
import { outboxRoutes, toldOnCase } from '#modules/notices/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { type PaperConsoleDeps, paperConsole, sectionOnCase } from '#modules/papers/index.ts';
import { regulationConsole } from '#modules/regulations/index.ts';
import { type WebhookConsoleDeps, webhookConsole } from '#modules/webhooks/index.ts';
import type { ShowRefusal } from '#platform/http/answer-failures.ts';
import type { Language } from '#platform/text.ts';
import type { ConsoleLink } from '#ui/console-layout.tsx';

export type ConsoleSurfaceDeps = Omit<
  CaseConsoleDeps & WebhookConsoleDeps & PaperConsoleDeps,
  'links' | 'toldOnCase' | 'onReceipt' | 'atBodies'
> & {
  /** The address people type. */
  url: string;
  /** Whether letters really leave. */
  sends: boolean;
  /** Where letters come in. */
  mailAddresses: readonly string[];
};

/** The console: what staff reach under /bang. */
export async function consoleSurface(app: FastifyInstance, given: ConsoleSurfaceDeps): Promise<void> {
  const onReceipt = (caseId: string, language: Language) => dossierOnReceipt(given, caseId, language);
  const deps = {
    ...given,
    links: consoleLinks,
    toldOnCase: wentAndCame,
    onReceipt,
    atBodies: atBodies(given.clock),
    portals: given.webhooks,
  };
  app.decorateRequest('signedIn', null);

  await app.register(async (open) => {
    signInRoutes(open, deps);
    oidcRoutes(open, deps);
  });
  await app.register(async (inside) => {
    requireStaff(inside, deps);
    securityRoutes(inside, deps);
    staffRoutes(inside, deps);
    caseConsole(inside, deps);
    counterRoutes(inside, { ...deps, registerAtDesk: (caseId) => registerDossier(deps, caseId) }); // /bang/quay
    dossierConsole(inside, deps); // /bang/ho-so/…/mot-cua  /bang/so-theo-doi  /bang/lien-thong
    unitBodyRoutes(inside, deps); // /bang/co-quan
    boardRoutes(inside, deps);
    customerConsole(inside, { ...deps, casesOf: listCasesOf });
    regulationConsole(inside, deps); // /bang/quy-che
    webhookConsole(inside, deps);
    phoneConsole(inside, deps); // /bang/goi
    mailRoutes(inside, deps);
    paperConsole(inside, deps); // /bang/ho-so/…/van-ban  /bang/khoa-ky
  });
  // The demonstration has no telephone to send a code to: anybody may read there what would have been sent.
  await app.register(async (letters) => {
    if (deps.demo) recogniseStaff(letters, deps);
    else requireStaff(letters, deps);
    outboxRoutes(letters, deps);
  });
}

/** The State's dossier, the papers of the case, what the customer was sent, and the originals of what came by letter. */
const wentAndCame: typeof toldOnCase = async (...about) => {
  const [trx, caseId, language] = about;
  return createElement(
    Fragment,
    null,
    await dossierOnCase(trx, caseId, language),
    await sectionOnCase(...about),
    await toldOnCase(...about),
    await lettersOfCase(...about),
  );
};

/** The links at the top, for this person. */
export function consoleLinks(actor: Actor): ConsoleLink[] {
  if (actor.role === 'officer') return [{ href: '/co-quan', name: { vi: 'Việc gửi đến', en: 'Sent to us' } }];
  return [
    { href: '/bang', name: { vi: 'Hồ sơ', en: 'Cases' } },
    ...(actor.role === 'desk_clerk'
      ? []
      : [{ href: '/bang/khach-hang', name: { vi: 'Khách hàng', en: 'Customers' } }]),
    { href: '/bang/tong-quan', name: { vi: 'Tổng quan', en: 'Overview' } },
    ...phoneLinks(actor),
    ...(mayReadBoards(actor) ? [{ href: '/bang/so-lieu', name: { vi: 'Số liệu', en: 'Figures' } }] : []),
    { href: '/bang/quy-che', name: { vi: 'Quy chế tỉnh', en: 'Regulations' }, seldom: true },
    ...(maySeeBodies(actor) ? [{ href: '/bang/co-quan', name: { vi: 'Cơ quan', en: 'State bodies' } }] : []),
    ...(mayServe(actor) ? [{ href: '/bang/quay', name: { vi: 'Tại quầy', en: 'Counter' } }] : []),
    ...(maySeeRegister(actor)
      ? [{ href: '/bang/so-theo-doi', name: { vi: 'Sổ theo dõi', en: 'Register' } }]
      : []),
    ...(maySeeConnections(actor)
      ? [{ href: '/bang/lien-thong', name: { vi: 'Liên thông', en: 'Portals' }, seldom: true }]
      : []),
    ...(mayReadLetters({ role: actor.role, paths: actor.scope.paths })
      ? [{ href: '/bang/thu-den', name: { vi: 'Hộp thư đến', en: 'Letters' } }]
      : []),
    ...(actor.role === 'desk_clerk'
      ? []
      : [{ href: '/bang/thu-di', name: { vi: 'Hộp thư đi', en: 'Outbox' }, seldom: true }]),
    ...(actor.role === 'administrator'
      ? [
          { href: '/bang/nhan-vien', name: { vi: 'Nhân viên', en: 'Staff' }, seldom: true },
          { href: '/bang/webhook', name: { vi: 'Webhook', en: 'Webhooks' }, seldom: true },
          { href: '/bang/khoa-ky', name: { vi: 'Khóa ký', en: 'Signing keys' }, seldom: true },
        ]
      : []),
  ];
}

function phoneLinks(actor: Actor): ConsoleLink[] {
  if (mayTakeCalls(actor))
    return [{ href: '/bang/goi', name: { vi: 'Điện thoại', en: 'Phone' }, rings: true }];
  return maySeeCallFigures(actor)
    ? [{ href: '/bang/goi/so-lieu', name: { vi: 'Nghe máy', en: 'Calls' }, seldom: true }]
    : [];
}

/** How a refusal under /bang looks. */
export const consoleRefusal = (asset: ConsoleDeps['asset']): ShowRefusal =>
  showConsoleRefusal({ asset, links: consoleLinks });
