import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { refuse } from '#platform/refused.ts';
import { accountReasons } from './reasons.ts';

/** Signs in as a person of the demonstration without a password. It has no path: only our own page can call it. */
export const demonstration = (enabled: boolean) => ({
  id: 'demonstration' as const,
  endpoints: {
    signInDemonstration: createAuthEndpoint(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (context) => {
        if (!enabled) throw refuse(accountReasons.demonstration_off);
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw refuse(accountReasons.sign_in_unknown);
        const session = await internalAdapter.createSession(user.id, false, { method: 'demonstration' });
        await setSessionCookie(context, { session, user });
        return context.json({ signedIn: true });
      },
    ),
  },
});
