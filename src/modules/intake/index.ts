export { forgetOldDrafts } from './draft.ts';
export { type AcceptDeps, acceptMail } from './mail/accept-mail.ts';
export { mailCrontab, mailTasks } from './mail/jobs.ts';
export { openReader, type Reader } from './mail/parse/open-reader.ts';
export type { ReadMailsDeps } from './mail/read-mails.ts';
export { openSmtpDoor, type SmtpDoor, type SmtpDoorOptions } from './mail/smtp-door.ts';
export { mailThreads } from './mail/tell-by-mail.ts';
export { intakeRoutes } from './portal/routes.tsx';
export type { IntakeDeps } from './portal/take-answer.ts';
