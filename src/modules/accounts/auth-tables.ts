/** Better Auth's names for things, and ours in the database. */
const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const userTable = {
  modelName: 'auth_users',
  fields: { ...times, emailVerified: 'email_verified' },
};

export const sessionTable = {
  modelName: 'auth_sessions',
  fields: {
    ...times,
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    userId: 'user_id',
  },
};

export const accountTable = {
  modelName: 'auth_accounts',
  fields: {
    ...times,
    accountId: 'account_id',
    providerId: 'provider_id',
    userId: 'user_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
};

export const verificationTable = {
  modelName: 'auth_verifications',
  fields: { ...times, expiresAt: 'expires_at' },
};

export const secondFactorSchema = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'auth_second_factors',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
};
