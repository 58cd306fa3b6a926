// Motcua 1.0.0. Written by `npm run generate` from the API's own description; not by hand.

export type PaperGiven = {
  /** As answered by POST /api/v1/files */
  sha256: string;
  /** The code of one of the service’s documents */
  kind?: string;
};

export type Notice = {
  /** A code of GET /api/v1/services */
  service: string;
  /** The answers to the service’s own fields, by field name */
  details?: Record<string, string | number | boolean>;
  customer: {
    name: string;
    /** As people write it in Vietnam; this or email */
    phone?: string;
    email?: string;
    /** As printed on the bill */
    customerCode?: string;
  };
  /** Where the electricity is used */
  address: string;
  /** The unit that should do it, where it is known */
  unit?: string;
  /** Otherwise the unit of this district; else that of the customer code; else guessed from the address */
  district?: string;
  documents?: PaperGiven[];
  /** In which the customer is told */
  language?: 'vi' | 'en';
};

export type Text = {
  vi: string;
  en: string;
};

export type Unit = {
  code: string;
  kind: 'corporation' | 'company' | 'district_unit' | 'care_centre' | 'administration_centre' | 'agency';
  parentCode: string | null;
  provinceCode: string | null;
  name: Text | null;
};

export type Province = {
  code: string;
  name: Text;
};

export type District = {
  code: string;
  provinceCode: string;
  name: Text;
  area: 'urban' | 'rural';
  unitCode: string;
};

export type Service = {
  code: string;
  name: Text;
  group: string;
  fee: Text;
  applicant: Text;
  result: Text;
  visitsPromised: number;
  fields: {
    name: string;
    type: 'text' | 'number' | 'choice' | 'date' | 'yes_no';
    label: Text;
    hint: Text | null;
    required: boolean;
    options:
      | {
          value: string;
          label: Text;
        }[]
      | null;
    min: number | null;
    max: number | null;
  }[];
  documents: {
    code: string;
    name: Text;
    required: boolean;
  }[];
  variants: {
    code: string;
    name: Text;
    limit: {
      amount: number;
      unit: string;
    } | null;
  }[];
  steps: {
    code: string;
    name: Text;
    by: string;
    limit: {
      amount: number;
      unit: string;
    } | null;
  }[];
};

export type ProvinceRegulation = {
  province: {
    code: string;
    name: Text;
  };
  state: 'in_force' | 'issued_later' | 'drafting' | 'none';
  /** The one in force today; else the next to come */
  regulation: {
    code: string;
    number: string | null;
    issuedOn: string | null;
    from: string | null;
    to: string | null;
    services: string[];
    source: string;
    /** The source could not be checked */
    uncertain: boolean;
  } | null;
  draft: {
    stage: string;
    since: string;
    body: string | null;
  } | null;
};

export type CaseSummary = {
  /** Eleven digits */
  code: string;
  state:
    | 'opened'
    | 'transferred'
    | 'accepted'
    | 'waiting'
    | 'reopened'
    | 'finished'
    | 'closed'
    | 'declined'
    | 'withdrawn';
  service: {
    code: string;
    name: Text;
  };
  channel:
    | 'web'
    | 'phone'
    | 'email'
    | 'app'
    | 'portal'
    | 'counter'
    | 'administration_centre'
    | 'api'
    | 'open311';
  unit: {
    code: string;
  };
  customerName: string;
  address: string;
  openedAt: string;
  /** null while the clock rests */
  dueAt: string | null;
  version: number;
  assignee?: string | null;
};

export type Case = {
  /** Eleven digits */
  code: string;
  state:
    | 'opened'
    | 'transferred'
    | 'accepted'
    | 'waiting'
    | 'reopened'
    | 'finished'
    | 'closed'
    | 'declined'
    | 'withdrawn';
  service: {
    code: string;
    name: Text;
  };
  channel:
    | 'web'
    | 'phone'
    | 'email'
    | 'app'
    | 'portal'
    | 'counter'
    | 'administration_centre'
    | 'api'
    | 'open311';
  unit: {
    code: string;
    name: Text | null;
  };
  customerName: string;
  address: string;
  openedAt: string;
  /** null while the clock rests */
  dueAt: string | null;
  version: number;
  variant: string;
  customer: {
    phone: string | null;
    email: string | null;
    /** For an app only where it was given with the case, not where we found it ourselves */
    customerCode: string | null;
  };
  details: Record<string, string>;
  language: 'vi' | 'en';
  finishedAt: string | null;
  closedAt: string | null;
  visits: number;
  visitsPromised: number;
  receiptHash: string;
  steps: {
    taskId: string;
    code: string;
    name: Text;
    state: string;
    counted: boolean;
    dueAt: string | null;
    completedAt: string | null;
    product: string | null;
  }[];
  documents: {
    id: string;
    kind: string;
    name: string;
    mime: string;
    bytes: number;
    sha256: string;
    at: string;
  }[];
  messages: {
    direction: 'in' | 'out' | 'internal';
    author: string;
    body: string;
    at: string;
  }[];
  supplements: {
    what: string;
    until: string;
    askedAt: string;
    answer: string | null;
    answeredAt: string | null;
  }[];
  rating: {
    score: number;
    remark: string | null;
  } | null;
  /** The acts that this key may do now */
  may: (
    | 'accept'
    | 'decline'
    | 'assign'
    | 'transfer'
    | 'ask_supplement'
    | 'receive_supplement'
    | 'record_visit'
    | 'complete_step'
    | 'complete_last_step'
    | 'answer'
    | 'close'
    | 'reopen'
    | 'withdraw'
    | 'comment'
    | 'attach'
    | 'message'
    | 'rate'
    | 'make_paper'
    | 'sign_paper'
    | 'pause_clock'
    | 'resume_clock'
    | 'reclassify'
    | 'follow_portal'
    | 'reappoint'
    | 'agency_receive'
    | 'agency_accept'
    | 'agency_ask_supplement'
    | 'agency_give_supplement'
    | 'agency_approve'
    | 'agency_refuse'
    | 'agency_hand_back'
    | 'agency_send_again'
    | 'agency_stop'
  )[];
  /** Whom it is given to; only for keys of the staff */
  assignee?: string | null;
};

export type CaseEvent = {
  seq: number;
  kind: string;
  at: string;
  title: Text;
  detail: Text | null;
  /** A name for keys of the staff; otherwise the unit, or “customer” */
  by: string;
  channel: string;
  /** SHA-256 over the event and the hash before it */
  hash: string;
};

export type Acted = {
  code: string;
  version: number;
};

export type SentFile = {
  /** Names the file where it is attached; of the content as kept: photos are made anew */
  sha256: string;
  name: string;
  mime: string;
  bytes: number;
};

export type Paper = {
  id: string;
  number: string;
  kind: string;
  name: Text;
  state: 'waits_customer' | 'waits_unit' | 'complete' | 'void';
  unit: {
    code: string;
  };
  madeAt: string;
  /** The paper that no longer counts since this one */
  replaces: string | null;
  /** Of the PDF as issued */
  sha256: string;
  /** Of the PDF that everybody signed */
  signedSha256: string | null;
  signers: string[];
  signatures: {
    party: string;
    at: string;
    sha256: string;
  }[];
};

export type PaperTemplate = {
  code: string;
  kind: string;
  name: Text;
  fields: {
    name: string;
    label: Text;
    type: string;
    required: boolean;
  }[];
};

export type WebhookEndpoint = {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  /** the unit whose cases it is told of */
  unit: string;
  createdAt: string;
  createdBy: string;
  disabledAt: string | null;
  /** by_hand, gone (it answered 410), failing or key_ended */
  disabledWhy: string | null;
  /** until then the secret before signs too */
  previousSecretUntil: string | null;
};

export type WebhookEndpointWithSecret = {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  /** the unit whose cases it is told of */
  unit: string;
  createdAt: string;
  createdBy: string;
  disabledAt: string | null;
  /** by_hand, gone (it answered 410), failing or key_ended */
  disabledWhy: string | null;
  /** until then the secret before signs too */
  previousSecretUntil: string | null;
  /** whsec_…; shown only now */
  secret: string;
};

export type WebhookMessage = {
  /** the webhook-id of every try */
  id: string;
  type: string;
  /** waiting, delivered or failed */
  state: string;
  createdAt: string;
  nextTryAt: string | null;
  /** as it is signed and sent */
  body: string;
  attempts: {
    at: string;
    /** null: no answer */
    status: number | null;
    ms: number;
    error: string | null;
    /** how the answer began */
    answer: string;
  }[];
};

export type Problem = {
  /** A page that explains the code */
  type: string;
  title: string;
  status: number;
  /** What to branch on; never changes its meaning */
  code: string;
  /** A sentence for people, in the language of Accept-Language (vi or en) */
  detail: string;
  instance: string;
  /** Every value at fault, each named */
  errors: {
    in: 'body' | 'query' | 'path' | 'header';
    /** RFC 6901, as a URI fragment: which value is at fault */
    pointer: string;
    code: string;
    detail: string;
  }[];
};

export type AgencyTaskSummary = {
  taskId: string;
  /** Of the case */
  code: string;
  service: Text;
  step: Text;
  body: Text;
  customer: string;
  address: string | null;
  /** null while the clock of the body rests */
  dueAt: string | null;
  /** Working days to the due day, or since it where it is late */
  daysLeft: number | null;
  stage: 'new' | 'working' | 'waiting' | 'done';
  /** How often it was sent */
  attempt: number;
  sentAt: string;
  late: boolean;
  decision: string | null;
  decidedAt: string | null;
};

export type AgencyTask = {
  taskId: string;
  /** Of the case */
  code: string;
  service: Text;
  step: Text;
  body: Text;
  customer: string;
  address: string | null;
  /** null while the clock of the body rests */
  dueAt: string | null;
  /** Working days to the due day, or since it where it is late */
  daysLeft: number | null;
  produces: Text;
  /** Why the step is part of this case */
  because: Text | null;
  stage: 'new' | 'working' | 'waiting' | 'done';
  /** The step is with this body, and it can still answer */
  open: boolean;
  /** What the step needs and what was given for it; no other document of the case */
  documents: {
    id: string;
    name: string;
    mime: string;
    sha256: string;
  }[];
  attempts: {
    attempt: number;
    sentAt: string;
    receivedAt: string | null;
    acceptedAt: string | null;
    decidedAt: string | null;
    decision: string | null;
    number: string | null;
    date: string | null;
    note: string | null;
    /** In the file of the answer; unread: it could not be checked over the whole file. null: nobody looked */
    signature: 'none' | 'holds' | 'unread' | null;
    /** As the certificate in the file names them; who issued it is not asked */
    signedBy: string | null;
  }[];
  supplements: {
    what: string;
    until: string;
    askedAt: string;
    answer: string | null;
    answeredAt: string | null;
  }[];
};

export type StepAtBody = {
  taskId: string;
  step: Text;
  body: Text;
  open: boolean;
  /** The body waits for what it asked the customer */
  waiting: boolean;
  decision: string | null;
  dueAt: string | null;
  supplements: {
    what: string;
    until: string;
    askedAt: string;
    answer: string | null;
    answeredAt: string | null;
  }[];
};

export type Dossier = {
  /** By Circular 01/2018/TT-VPCP */
  code: string;
  centre: {
    code: string;
    name: Text;
  };
  status: {
    number: number;
    name: Text;
    at: string;
  };
  receivedOn: string;
  appointmentAt: string | null;
  /** The new date, where an apology was given */
  reappointmentAt: string | null;
  /** As of now, by Decision 766/QĐ-TTg */
  onTime: boolean | null;
  /** Where the portal and we differ, and nobody has decided yet */
  openDifferences: number;
  papers: {
    slug: string;
    name: Text;
  }[];
};

export type Filed = {
  /** Eleven digits: what the customer keeps */
  code: string;
  service: string;
  unit: string;
  dueAt: string | null;
  /** With the code it proves the receipt */
  receiptHash: string;
  /** Where the customer follows it, with code and phone or e-mail */
  followUrl: string;
  /** Required papers that are still to come */
  missingDocuments: string[];
};

export type Connection = {
  /** Such as https://motcua.example.vn */
  url: string;
  key: string;
  /** In which refusals are worded. */
  language?: 'vi' | 'en';
  fetch?: typeof fetch;
  /** How often a request is sent again after a broken connection, a 429 or a 503. */
  retries?: number;
};
export type How = {
  /** Made for each call where it is not given; give your own to survive a restart of your program. */
  idempotencyKey?: string;
  /** The etag that was read: refused with 412 when others were quicker. */
  ifMatch?: string;
  /** The etag that is known: `data` is null and `status` 304 when nothing changed. */
  ifNoneMatch?: string;
  signal?: AbortSignal;
};
export type Answer<T> = { data: T; status: number; etag: string | null };

/** What the service refuses, with its reason; each value at fault is named. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

type Sent = { query?: Record<string, unknown>; body?: unknown };

function asking({ url, key, language = 'vi', fetch: send = fetch, retries = 2 }: Connection) {
  return async function ask<T>(method: string, path: string, sent: Sent, how: How): Promise<Answer<T>> {
    const form = sent.body instanceof FormData;
    const headers = new Headers({ authorization: `Bearer ${key}`, 'accept-language': language });
    if (sent.body !== undefined && !form) headers.set('content-type', 'application/json');
    if (method !== 'GET') headers.set('idempotency-key', how.idempotencyKey ?? crypto.randomUUID());
    if (how.ifMatch) headers.set('if-match', how.ifMatch);
    if (how.ifNoneMatch) headers.set('if-none-match', how.ifNoneMatch);
    const body = sent.body === undefined ? null : form ? (sent.body as FormData) : JSON.stringify(sent.body);
    const request = { method, headers, body, signal: how.signal ?? null };
    const address = new URL(path, url);
    for (const [name, value] of Object.entries(sent.query ?? {}))
      for (const one of [value].flat()) if (one !== undefined) address.searchParams.append(name, String(one));
    for (let left = retries; ; left -= 1) {
      const answer = await send(address, request).catch((error: unknown) => {
        if (left <= 0 || how.signal?.aborted) throw error;
        return null;
      });
      if (answer && (left <= 0 || (answer.status !== 429 && answer.status !== 503))) return read<T>(answer);
      const wait = Number(answer?.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 60) * 1000));
    }
  };
}

async function read<T>(answer: Response): Promise<Answer<T>> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status >= 400) throw new Refusal((await answer.json()) as Problem);
  const data =
    answer.status === 304 ? null : type.includes('json') ? await answer.json() : await answer.blob();
  return { data: data as T, status: answer.status, etag: answer.headers.get('etag') };
}

const pick = (given: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, given[name]]));

/** A program's way in: where the service is, and the key it was given. */
export function motcua(connection: Connection) {
  const ask = asking(connection);
  return {
    /** The cases that this key sees, a page at a time */
    listCases: (
      given: {
        state?: (
          | 'opened'
          | 'transferred'
          | 'accepted'
          | 'waiting'
          | 'reopened'
          | 'finished'
          | 'closed'
          | 'declined'
          | 'withdrawn'
        )[];
        unit?: string | string[];
        service?: string;
        channel?:
          | 'web'
          | 'phone'
          | 'email'
          | 'app'
          | 'portal'
          | 'counter'
          | 'administration_centre'
          | 'api'
          | 'open311';
        assignee?: string;
        dueBefore?: string;
        search?: string;
        sort?: 'due' | 'newest' | 'oldest';
        limit?: number;
        after?: string;
      } = {},
      how: How = {},
    ) =>
      ask<{
        items: CaseSummary[];
        next: string | null;
      }>(
        'GET',
        `/api/v1/cases`,
        {
          query: pick(given, [
            'state',
            'unit',
            'service',
            'channel',
            'assignee',
            'dueBefore',
            'search',
            'sort',
            'limit',
            'after',
          ]),
        },
        how,
      ),
    /** File a case; answered once it is kept for good */
    openCase: (given: { body: Notice }, how: How = {}) =>
      ask<Filed>('POST', `/api/v1/cases`, { body: given.body }, how),
    /** Tell of a telephone call: it rings, was answered, ended or was abandoned */
    tellOfCall: (
      given: {
        body: {
          /** The number the switchboard gives the call: the same in each of its events. */
          callId: string;
          event: 'ringing' | 'answered' | 'ended' | 'abandoned';
          /** When it happened, by the switchboard's clock: at most 5 minutes ahead and 7 days behind. */
          at: string;
          /** As the switchboard has it; empty, null or "anonymous" where it is withheld. */
          caller?: string | null;
          /** The number that was called. */
          line?: string | null;
          /** The telephone it rings at or was taken at. */
          extension?: string | null;
        };
      },
      how: How = {},
    ) =>
      ask<{
        id: string;
        callId: string;
        state: 'ringing' | 'answered' | 'ended' | 'abandoned';
        /** This event was told before; nothing changed. */
        replayed: boolean;
      }>('POST', `/api/v1/calls`, { body: given.body }, how),
    /** One case, whole; with If-None-Match only when it changed */
    readCase: (given: { code: string }, how: How = {}) =>
      ask<Case>('GET', `/api/v1/cases/${encodeURIComponent(given.code)}`, {}, how),
    /** What happened to a case, in order; `after` continues from an event */
    listCaseEvents: (given: { after?: number; code: string }, how: How = {}) =>
      ask<{
        items: CaseEvent[];
      }>(
        'GET',
        `/api/v1/cases/${encodeURIComponent(given.code)}/events`,
        { query: pick(given, ['after']) },
        how,
      ),
    /** To whom the case can be given; only for keys of the staff */
    listColleagues: (given: { code: string }, how: How = {}) =>
      ask<{
        items: {
          id: string;
          name: string;
          role: string;
        }[];
      }>('GET', `/api/v1/cases/${encodeURIComponent(given.code)}/colleagues`, {}, how),
    /** Take the case: its first step opens */
    acceptCase: (given: { code: string }, how: How = {}) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/accept`, {}, how),
    /** The unit cannot take it; the customer is told why */
    declineCase: (
      given: {
        code: string;
        body: {
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/decline`,
        { body: given.body },
        how,
      ),
    /** Give it to a colleague of the unit; null puts it back on the pile */
    assignCase: (
      given: {
        code: string;
        body: {
          staffId: string | null;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/assign`, { body: given.body }, how),
    /** Send it to the unit that should have it */
    transferCase: (
      given: {
        code: string;
        body: {
          toUnit: string;
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/transfer`,
        { body: given.body },
        how,
      ),
    /** Ask the customer for what is missing; the clock rests until it comes */
    askSupplement: (
      given: {
        code: string;
        body: {
          what: string;
          until: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/ask-supplement`,
        { body: given.body },
        how,
      ),
    /** What was missing has come, in words or papers; the clock goes on */
    receiveSupplement: (
      given: {
        code: string;
        body: {
          answer?: string;
          documents?: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/receive-supplement`,
        { body: given.body },
        how,
      ),
    /** The customer had to come */
    recordVisit: (
      given: {
        code: string;
        body: {
          reason?: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/record-visit`,
        { body: given.body },
        how,
      ),
    /** The open step is done; say what it produced */
    completeStep: (
      given: {
        code: string;
        body: {
          /** Of the open step, as the case shows it */
          taskId: string;
          product: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/complete-step`,
        { body: given.body },
        how,
      ),
    /** Write to the customer */
    answerCustomer: (
      given: {
        code: string;
        body: {
          body: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/answer`, { body: given.body }, how),
    /** Write to colleagues; the customer never sees it */
    commentOnCase: (
      given: {
        code: string;
        body: {
          body: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/comment`,
        { body: given.body },
        how,
      ),
    /** Attach files that this key sent */
    attachDocuments: (
      given: {
        code: string;
        body: {
          documents?: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/attach`, { body: given.body }, how),
    /** The result is with the customer */
    closeCase: (
      given: {
        code: string;
        body: {
          note?: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/close`, { body: given.body }, how),
    /** The work was not right; the last step opens again */
    reopenCase: (
      given: {
        code: string;
        body: {
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/reopen`, { body: given.body }, how),
    /** Force majeure: the clock rests; without a document it does so too, and is counted */
    pauseClock: (
      given: {
        code: string;
        body: {
          reason: string;
          documents?: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/pause-clock`,
        { body: given.body },
        how,
      ),
    /** What stood in the way is over; the clock goes on */
    resumeClock: (
      given: {
        code: string;
        body: {
          note?: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/resume-clock`,
        { body: given.body },
        how,
      ),
    /** It was taken in as something else: another service or variant, the same time of opening */
    reclassifyCase: (
      given: {
        code: string;
        body: {
          service: string;
          variant: string;
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/reclassify`,
        { body: given.body },
        how,
      ),
    /** The customer no longer wants it */
    withdrawCase: (
      given: {
        code: string;
        body: {
          reason?: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/withdraw`,
        { body: given.body },
        how,
      ),
    /** The customer writes to the unit */
    sendMessage: (
      given: {
        code: string;
        body: {
          body: string;
          documents?: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/message`,
        { body: given.body },
        how,
      ),
    /** The customer’s 1 to 5, once a case */
    rateCase: (
      given: {
        code: string;
        body: {
          score: number;
          remark?: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/rate`, { body: given.body }, how),
    /** Send one photo or PDF, to be attached by its hash */
    sendFile: (given: { body: FormData }, how: How = {}) =>
      ask<SentFile>('POST', `/api/v1/files`, { body: given.body }, how),
    /** The content of a document of a case */
    readDocument: (given: { code: string; id: string }, how: How = {}) =>
      ask<Blob>(
        'GET',
        `/api/v1/cases/${encodeURIComponent(given.code)}/documents/${encodeURIComponent(given.id)}`,
        {},
        how,
      ),
    /** The papers of a case, those that were replaced too */
    listPapers: (given: { code: string }, how: How = {}) =>
      ask<{
        items: Paper[];
      }>('GET', `/api/v1/cases/${encodeURIComponent(given.code)}/papers`, {}, how),
    /** The papers that can be made for a case today */
    listPaperTemplates: (given: { code: string }, how: How = {}) =>
      ask<{
        items: PaperTemplate[];
      }>('GET', `/api/v1/cases/${encodeURIComponent(given.code)}/paper-templates`, {}, how),
    /** A paper as PDF: signed by all where it is, or as issued */
    readPaper: (given: { which?: 'newest' | 'issued'; code: string; id: string }, how: How = {}) =>
      ask<Blob>(
        'GET',
        `/api/v1/cases/${encodeURIComponent(given.code)}/papers/${encodeURIComponent(given.id)}`,
        { query: pick(given, ['which']) },
        how,
      ),
    /** Make a paper from its template; one of the same kind before it no longer counts */
    makePaper: (
      given: {
        code: string;
        body: {
          template: string;
          fields?: Record<string, string>;
          /** Why the one before is replaced; needed where there is one */
          reason?: string;
        };
      },
      how: How = {},
    ) =>
      ask<{
        code: string;
        version: number;
        paperId: string;
      }>('POST', `/api/v1/cases/${encodeURIComponent(given.code)}/make-paper`, { body: given.body }, how),
    /** The unit signs with its key; the customer signs before it, on the portal and with a code of their own */
    signPaper: (
      given: {
        code: string;
        body: {
          paperId: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/sign-paper`,
        { body: given.body },
        how,
      ),
    /** What lies with the body of this key, at one stage */
    listAgencyTasks: (
      given: { stage?: 'new' | 'working' | 'waiting' | 'done'; page?: number } = {},
      how: How = {},
    ) =>
      ask<{
        items: AgencyTaskSummary[];
        more: boolean;
      }>('GET', `/api/v1/agency-tasks`, { query: pick(given, ['stage', 'page']) }, how),
    /** A step with what its body needs to decide, and no more */
    readAgencyTask: (given: { taskId: string }, how: How = {}) =>
      ask<AgencyTask>('GET', `/api/v1/agency-tasks/${encodeURIComponent(given.taskId)}`, {}, how),
    /** The content of a document of the step */
    readAgencyDocument: (given: { taskId: string; document: string }, how: How = {}) =>
      ask<Blob>(
        'GET',
        `/api/v1/agency-tasks/${encodeURIComponent(given.taskId)}/documents/${encodeURIComponent(given.document)}`,
        {},
        how,
      ),
    /** Which body has what of a case, and what it asks for */
    listAgencySteps: (given: { code: string }, how: How = {}) =>
      ask<{
        items: StepAtBody[];
      }>('GET', `/api/v1/cases/${encodeURIComponent(given.code)}/agency-steps`, {}, how),
    /** A State body grants its step; by a key of the unit: recorded from paper */
    approveTask: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          number: string;
          date: string;
          note?: string;
          documents: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-approve`,
        { body: given.body },
        how,
      ),
    /** A State body does not grant its step */
    refuseTask: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          reason: string;
          documents: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-refuse`,
        { body: given.body },
        how,
      ),
    /** A State body acknowledges */
    receiveTask: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-receive`,
        { body: given.body },
        how,
      ),
    /** A State body takes its step on */
    acceptTask: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-accept`,
        { body: given.body },
        how,
      ),
    /** A State body asks the customer for more; a second time (`again`) makes the dossier late */
    askForMore: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          what: string;
          until: string;
          again?: boolean;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-ask-supplement`,
        { body: given.body },
        how,
      ),
    /** What a State body asked for has come */
    giveMore: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          answer?: string;
          documents?: PaperGiven[];
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-give-supplement`,
        { body: given.body },
        how,
      ),
    /** Not for this body, or not complete enough to take */
    handBackTask: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-hand-back`,
        { body: given.body },
        how,
      ),
    /** The unit sends the step again, here or to another body of the province; or a new link */
    sendAgain: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          toUnit?: string;
          note?: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-send-again`,
        { body: given.body },
        how,
      ),
    /** A State body refused, and the case ends */
    stopCase: (
      given: {
        code: string;
        body: {
          /** Of the step that lies with a State body, as the case shows it */
          taskId: string;
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/agency-stop`,
        { body: given.body },
        how,
      ),
    /** The State’s dossier of a case */
    readDossier: (given: { code: string }, how: How = {}) =>
      ask<Dossier>('GET', `/api/v1/cases/${encodeURIComponent(given.code)}/dossier`, {}, how),
    /** A slip of the dossier as PDF */
    readDossierPaper: (given: { code: string; slug: string }, how: How = {}) =>
      ask<Blob>(
        'GET',
        `/api/v1/cases/${encodeURIComponent(given.code)}/dossier/papers/${encodeURIComponent(given.slug)}`,
        {},
        how,
      ),
    /** What only the State’s desk can say: it took the dossier (2), asks for fees (6), was paid (4) */
    followPortal: (
      given: {
        code: string;
        body: {
          status: 2 | 4 | 6;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/follow-portal`,
        { body: given.body },
        how,
      ),
    /** An apology with a new date for the result, as often as the law allows */
    reappoint: (
      given: {
        code: string;
        body: {
          until: string;
          reason: string;
        };
      },
      how: How = {},
    ) =>
      ask<Acted>(
        'POST',
        `/api/v1/cases/${encodeURIComponent(given.code)}/reappoint`,
        { body: given.body },
        how,
      ),
    /** The services that can be asked for today */
    listServices: (how: How = {}) =>
      ask<{
        items: Service[];
      }>('GET', `/api/v1/services`, {}, how),
    /** One service, its questions, papers, limits and steps */
    readService: (given: { code: string }, how: How = {}) =>
      ask<Service>('GET', `/api/v1/services/${encodeURIComponent(given.code)}`, {}, how),
    /** Which province has which regulation on crossing procedures, as of today */
    listRegulations: (how: How = {}) =>
      ask<{
        items: ProvinceRegulation[];
      }>('GET', `/api/v1/regulations`, {}, how),
    /** The units that work today */
    listUnits: (
      given: {
        kind?:
          | 'corporation'
          | 'company'
          | 'district_unit'
          | 'care_centre'
          | 'administration_centre'
          | 'agency';
      } = {},
      how: How = {},
    ) =>
      ask<{
        items: Unit[];
      }>('GET', `/api/v1/units`, { query: pick(given, ['kind']) }, how),
    /** The provinces served */
    listProvinces: (how: How = {}) =>
      ask<{
        items: Province[];
      }>('GET', `/api/v1/provinces`, {}, how),
    /** The districts of a province, each with its unit */
    listDistricts: (given: { code: string }, how: How = {}) =>
      ask<{
        items: District[];
      }>('GET', `/api/v1/provinces/${encodeURIComponent(given.code)}/districts`, {}, how),
    /** Search customers. Where more than `limit` fit, some of them, in no order that means anything. */
    searchCustomers: (given: { q: string; limit?: number }, how: How = {}) =>
      ask<{
        customers: {
          code: string;
          unitCode: string;
          kind: 'household' | 'organisation';
          name: string;
          address: string;
          phones: string[];
          emails: string[];
        }[];
      }>('GET', `/api/v1/customers`, { query: pick(given, ['q', 'limit']) }, how),
    /** One customer with contracts and meter points */
    getCustomer: (given: { code: string }, how: How = {}) =>
      ask<{
        code: string;
        unitCode: string;
        kind: 'household' | 'organisation';
        name: string;
        address: string;
        phones: string[];
        emails: string[];
        contracts: {
          number: string;
          purpose: string;
          households: number;
          /** YYYY-MM-DD */
          signedOn: string | null;
          /** YYYY-MM-DD */
          endedOn: string | null;
        }[];
        meterPoints: {
          code: string;
          contractNumber: string;
          address: string;
          phases: number;
          meterSerial: string | null;
          transformer: string | null;
        }[];
      }>('GET', `/api/v1/customers/${encodeURIComponent(given.code)}`, {}, how),
    /** Share of online transactions */
    readOnlineShare: (
      given: {
        from?: string;
        to?: string;
        company?: string;
        unit?: string;
        service?: string;
        channel?: string;
        class?: string;
        by?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
        thenBy?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
      } = {},
      how: How = {},
    ) =>
      ask<{
        asOf: string;
        timeZone: string;
        from: string;
        to: string;
        lines: {
          key: Record<string, string>;
          figures: Record<string, number | null>;
        }[];
        total: Record<string, number | null>;
        definition: {
          channel: string;
          online: boolean;
          uncertain: boolean;
          validFrom: string;
          validTo: string | null;
          source: string;
        }[];
        published: {
          share: number;
          source: string;
        } | null;
      }>(
        'GET',
        `/api/v1/boards/online-share`,
        {
          query: pick(given, [
            'from',
            'to',
            'company',
            'unit',
            'service',
            'channel',
            'class',
            'by',
            'thenBy',
          ]),
        },
        how,
      ),
    /** Visits per finished case */
    readVisits: (
      given: {
        from?: string;
        to?: string;
        company?: string;
        unit?: string;
        service?: string;
        channel?: string;
        class?: string;
        by?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
        thenBy?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
      } = {},
      how: How = {},
    ) =>
      ask<{
        asOf: string;
        timeZone: string;
        from: string;
        to: string;
        lines: {
          key: Record<string, string>;
          figures: Record<string, number | null>;
        }[];
        total: Record<string, number | null>;
        definition: {
          channel: string;
          online: boolean;
          uncertain: boolean;
          validFrom: string;
          validTo: string | null;
          source: string;
        }[];
        published: {
          share: number;
          source: string;
        } | null;
      }>(
        'GET',
        `/api/v1/boards/visits`,
        {
          query: pick(given, [
            'from',
            'to',
            'company',
            'unit',
            'service',
            'channel',
            'class',
            'by',
            'thenBy',
          ]),
        },
        how,
      ),
    /** Working days of each party per finished connection */
    readAccess: (
      given: {
        from?: string;
        to?: string;
        company?: string;
        unit?: string;
        service?: string;
        channel?: string;
        class?: string;
        by?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
        thenBy?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
      } = {},
      how: How = {},
    ) =>
      ask<{
        asOf: string;
        timeZone: string;
        from: string;
        to: string;
        lines: {
          key: Record<string, string>;
          figures: Record<string, number | null>;
        }[];
        total: Record<string, number | null>;
        definition: {
          channel: string;
          online: boolean;
          uncertain: boolean;
          validFrom: string;
          validTo: string | null;
          source: string;
        }[];
        published: {
          share: number;
          source: string;
        } | null;
      }>(
        'GET',
        `/api/v1/boards/access-to-electricity`,
        {
          query: pick(given, [
            'from',
            'to',
            'company',
            'unit',
            'service',
            'channel',
            'class',
            'by',
            'thenBy',
          ]),
        },
        how,
      ),
    /** Signs that a figure may have been worked for */
    readGamingSigns: (
      given: {
        from?: string;
        to?: string;
        company?: string;
        unit?: string;
        service?: string;
        channel?: string;
        class?: string;
        by?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
        thenBy?: 'month' | 'company' | 'unit' | 'service' | 'channel' | 'class';
      } = {},
      how: How = {},
    ) =>
      ask<{
        asOf: string;
        timeZone: string;
        from: string;
        to: string;
        lines: {
          key: Record<string, string>;
          figures: Record<string, number | null>;
        }[];
        total: Record<string, number | null>;
        definition: {
          channel: string;
          online: boolean;
          uncertain: boolean;
          validFrom: string;
          validTo: string | null;
          source: string;
        }[];
        published: {
          share: number;
          source: string;
        } | null;
      }>(
        'GET',
        `/api/v1/boards/gaming-signs`,
        {
          query: pick(given, [
            'from',
            'to',
            'company',
            'unit',
            'service',
            'channel',
            'class',
            'by',
            'thenBy',
          ]),
        },
        how,
      ),
    /** Your addresses, newest first */
    listWebhooks: (how: How = {}) =>
      ask<{
        webhooks: WebhookEndpoint[];
      }>('GET', `/api/v1/webhooks`, {}, how),
    /** Register an address to be told of events */
    createWebhook: (
      given: {
        body: {
          /** https address that receives the events */
          url: string;
          description?: string;
          /** types to be told of; none: all, future ones included */
          eventTypes?: (
            | 'case.opened'
            | 'case.accepted'
            | 'case.declined'
            | 'case.assigned'
            | 'case.transferred'
            | 'case.supplement_asked'
            | 'case.supplement_received'
            | 'case.visit_recorded'
            | 'case.step_completed'
            | 'case.finished'
            | 'case.answered'
            | 'case.closed'
            | 'case.reopened'
            | 'case.withdrawn'
            | 'case.document_added'
            | 'case.message_received'
            | 'case.rated'
            | 'case.paper_made'
            | 'case.paper_signed'
            | 'case.clock_paused'
            | 'case.clock_resumed'
            | 'case.reclassified'
            | 'case.reappointed'
            | 'case.agency_received'
            | 'case.agency_accepted'
            | 'case.agency_supplement_asked'
            | 'case.agency_supplement_given'
            | 'case.agency_approved'
            | 'case.agency_refused'
            | 'case.agency_handed_back'
            | 'case.agency_sent_again'
            | 'case.stopped'
            | 'case.overdue'
          )[];
        };
      },
      how: How = {},
    ) => ask<WebhookEndpointWithSecret>('POST', `/api/v1/webhooks`, { body: given.body }, how),
    /** No longer be told */
    deleteWebhook: (given: { id: string }, how: How = {}) =>
      ask<null>('DELETE', `/api/v1/webhooks/${encodeURIComponent(given.id)}`, {}, how),
    /** A new secret; the old one signs too for 24 hours */
    rotateWebhookSecret: (given: { id: string }, how: How = {}) =>
      ask<WebhookEndpointWithSecret>(
        'POST',
        `/api/v1/webhooks/${encodeURIComponent(given.id)}/rotate`,
        {},
        how,
      ),
    /** Send again */
    enableWebhook: (given: { id: string }, how: How = {}) =>
      ask<WebhookEndpoint>('POST', `/api/v1/webhooks/${encodeURIComponent(given.id)}/enable`, {}, how),
    /** Send nothing for now */
    disableWebhook: (given: { id: string }, how: How = {}) =>
      ask<WebhookEndpoint>('POST', `/api/v1/webhooks/${encodeURIComponent(given.id)}/disable`, {}, how),
    /** What was sent, newest first, with every try */
    listWebhookMessages: (
      given: { after?: string | null; state?: 'failed'; limit?: number; id: string },
      how: How = {},
    ) =>
      ask<{
        messages: WebhookMessage[];
        next: string | null;
      }>(
        'GET',
        `/api/v1/webhooks/${encodeURIComponent(given.id)}/messages`,
        { query: pick(given, ['after', 'state', 'limit']) },
        how,
      ),
    /** Send a webhook.test */
    testWebhook: (given: { id: string }, how: How = {}) =>
      ask<{
        messageId: string;
      }>('POST', `/api/v1/webhooks/${encodeURIComponent(given.id)}/test`, {}, how),
    /** The same message once more, with the same id */
    resendWebhookMessage: (given: { id: string; mid: string }, how: How = {}) =>
      ask<{
        messageId: string;
      }>(
        'POST',
        `/api/v1/webhooks/${encodeURIComponent(given.id)}/messages/${encodeURIComponent(given.mid)}/resend`,
        {},
        how,
      ),
  };
}
