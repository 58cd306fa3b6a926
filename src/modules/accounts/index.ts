export {
  createApiKey,
  type KeyChannel,
  type KeyRole,
  keyChannels,
  keyRoles,
  listApiKeys,
  revokeApiKey,
} from './api-keys/api-keys.ts';
export { findMachine, type KeyRing, type Machine, openKeyRing } from './api-keys/key-ring.ts';
export { machineOf, requireKey } from './api-keys/require-key.ts';
export { type Auth, type AuthSettings, createAuth } from './auth.ts';
export { type ConsoleDeps, type SignedIn, showConsole, showConsoleRefusal } from './console-frame.tsx';
export { forgetExpired } from './forget-expired.ts';
export { oidcRoutes } from './oidc-routes.ts';
export {
  type CodeContact,
  type CodeDeps,
  type CodeRequest,
  type CodeToSend,
  checkCode,
  forgetOldCodes,
  issueCode,
} from './one-time-codes.ts';
export { recogniseStaff, requireStaff, signedInAs } from './require-staff.ts';
export { securityRoutes } from './security-routes.tsx';
export type { AccountDeps } from './sign-in.ts';
export { signInRoutes } from './sign-in-routes.tsx';
export { createStaff, type NewStaff, resetPassword } from './staff-accounts.ts';
export { staffRoutes } from './staff-routes.tsx';
