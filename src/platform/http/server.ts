import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { refuse } from '../refused.ts';
import { admitAtMost } from './admit.ts';
import { httpReasons } from './failures.ts';
import { compileValidator } from './invalid-input.ts';
import { readLanguage } from './language.ts';
import { sendPages } from './pages.ts';
import { sendProblem } from './problem.ts';
import { refuseOtherOrigins } from './same-origin.ts';

const self = "'self'";
/** Nothing but our own files; no script and no style inside a page. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: [self],
    styleSrc: [self],
    imgSrc: [self, 'data:'],
    fontSrc: [self],
    connectSrc: [self],
    formAction: [self],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    manifestSrc: [self],
  },
};

export type ServerOptions = {
  secret: string;
  logLevel: string;
  behindTls: boolean;
  /** How many requests are worked on at once; beyond that 429. */
  mostAtOnce?: number;
};

/** A server that speaks HTML, forms, cookies and both languages, and trusts nobody. It knows no page yet. */
export async function aServer({
  secret,
  logLevel,
  behindTls,
  mostAtOnce = 256,
}: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_000_000,
    trustProxy: 'loopback',
    // A picture over a weak line takes a minute; what takes longer, or falls silent, is not coming. Streams beat every 25 s.
    requestTimeout: 180_000,
    connectionTimeout: 60_000,
    rewriteUrl: ({ url = '/' }) => readable(url),
    // An address too long for any router never reaches a hook or a handler of ours.
    frameworkErrors: (_, { url }, reply) => {
      const refused = refuse(httpReasons.page_not_found);
      sendProblem({ url, language: 'vi' }, reply, refused, 404, '');
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  admitAtMost(app, mostAtOnce);
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, {
    contentSecurityPolicy,
    hsts: behindTls,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(compress, { threshold: 1024, encodings: ['gzip', 'deflate'] });
  await app.register(cookie, { secret });
  await app.register(formbody);
  await app.register(multipart);
  readLanguage(app);
  refuseOtherOrigins(app);
  sendPages(app);
  return app;
}

/** A path whose bytes are no text is one that is not there; unchanged, it would be answered before any handler of ours. */
function readable(url: string): string {
  const [path = '/', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
