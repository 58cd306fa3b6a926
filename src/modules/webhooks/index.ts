export { webhooksApi } from './api/webhooks-api.ts';
export { type WebhookConsoleDeps, webhookConsole } from './console/webhook-routes.tsx';
export type { WebhookDeps } from './endpoints.ts';
export { tellSubscribersOf, webhookTasks } from './jobs.ts';
export { forgetOldAnswers } from './once.ts';
export { whyNotSendTo } from './rules/may-send-to.ts';
export { newSecret, sealerFrom, signedHeaders } from './secrets.ts';
