import { type ReadMailsDeps, readMails } from './read-mails.ts';

/** Task name to act. */
export const mailTasks = (deps: ReadMailsDeps) => ({ read_mails: () => readMails(deps) });

/** Letters whose reader died over them, or that went wrong before, are taken up again. */
export const mailCrontab = '* * * * * read_mails';
