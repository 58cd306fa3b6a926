export { askForMore } from './ask-for-more.ts';
export { linkRoutes } from './body/link-routes.tsx';
export { type BodyDeps, officerRoutes } from './body/routes.tsx';
export { approveTask, handBackTask, refuseTask } from './decide.ts';
export { giveMore } from './give-more.ts';
export { agencyCrontab, agencyTasks } from './jobs.ts';
export { putAddress } from './queries-bodies.ts';
export { sendAgain, stopCase } from './send-again.ts';
export { acceptTask, receiveTask } from './take-on.ts';
