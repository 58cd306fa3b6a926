import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Database } from '#platform/postgres/database.ts';
import {
  accountTable,
  secondFactorSchema,
  sessionTable,
  userTable,
  verificationTable,
} from './auth-tables.ts';
import { demonstration } from './demonstration-plugin.ts';
import { methodOf } from './rules/sign-in-method.ts';

export type AuthSettings = {
  /** The address people type; callbacks and cookies follow it. */
  url: string;
  secret: string;
  demo: boolean;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
};

const hours = 3600;
export const oidcProvider = 'oidc';

/** Sign-in and sessions. Nobody signs up: people are taken on by an administrator, and the rest of Better Auth's paths are not served. */
export function createAuth(db: Database, settings: AuthSettings) {
  return betterAuth({
    appName: 'Motcua',
    baseURL: settings.url,
    basePath: '/bang/auth',
    secret: settings.secret,
    database: { db, type: 'postgres', transaction: true },
    user: userTable,
    session: {
      ...sessionTable,
      expiresIn: 12 * hours,
      updateAge: hours,
      additionalFields: { method: { type: 'string', required: false, input: false } },
    },
    account: { ...accountTable, encryptOAuthTokens: true },
    verification: verificationTable,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, method: methodOf(context?.path, session.method) },
          }),
        },
      },
    },
    advanced: { cookiePrefix: 'motcua', ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      twoFactor({
        issuer: 'Motcua',
        schema: secondFactorSchema,
        accountLockout: { maxFailedAttempts: 5, durationSeconds: 900 },
      }),
      demonstration(settings.demo),
      genericOAuth({ config: settings.oidc ? [providerOf(settings.oidc)] : [] }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

const providerOf = ({ issuer, clientId, clientSecret }: NonNullable<AuthSettings['oidc']>) => ({
  providerId: oidcProvider,
  discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId,
  clientSecret,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  disableSignUp: true,
});
