import type { FastifyInstance } from 'fastify';
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
import { type CaseConsoleDeps, caseConsole } from '#modules/cases/index.ts';
import { mailRoutes, mayReadLetters } from '#modules/intake/index.ts';
import { outboxRoutes } from '#modules/notices/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { ShowRefusal } from '#platform/http/answer-failures.ts';
import type { ConsoleLink } from '#ui/console-layout.tsx';

export type ConsoleSurfaceDeps = Omit<CaseConsoleDeps, 'links'> & {
  /** The address people type. */
  url: string;
  /** Whether letters really leave. */
  sends: boolean;
  /** Where letters come in. */
  mailAddresses: readonly string[];
};

/** The console: what staff reach under /bang. */
export async function consoleSurface(app: FastifyInstance, given: ConsoleSurfaceDeps): Promise<void> {
  const deps = { ...given, links };
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
    mailRoutes(inside, deps);
  });
  // The demonstration has no telephone to send a code to: anybody may read there what would have been sent.
  await app.register(async (letters) => {
    if (deps.demo) recogniseStaff(letters, deps);
    else requireStaff(letters, deps);
    outboxRoutes(letters, deps);
  });
}

function links(actor: Actor): ConsoleLink[] {
  return [
    { href: '/bang', name: { vi: 'Hồ sơ', en: 'Cases' } },
    { href: '/bang/tong-quan', name: { vi: 'Tổng quan', en: 'Overview' } },
    ...(mayReadLetters({ role: actor.role, paths: actor.scope.paths })
      ? [{ href: '/bang/thu-den', name: { vi: 'Hộp thư đến', en: 'Letters' } }]
      : []),
    { href: '/bang/thu-di', name: { vi: 'Hộp thư đi', en: 'Outbox' } },
    ...(actor.role === 'administrator'
      ? [{ href: '/bang/nhan-vien', name: { vi: 'Nhân viên', en: 'Staff' } }]
      : []),
  ];
}

/** How a refusal under /bang looks. */
export const consoleRefusal = (asset: ConsoleDeps['asset']): ShowRefusal =>
  showConsoleRefusal({ asset, links });
