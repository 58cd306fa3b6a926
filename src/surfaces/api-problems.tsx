import type { FastifyInstance } from 'fastify';
import { httpReasons } from '#platform/http/failures.ts';
import { titleOf } from '#platform/http/problem.ts';
import { definedReasons, type Reason, refuse } from '#platform/refused.ts';
import type { Language, Text } from '#platform/text.ts';
import { type PortalPages, showPortal } from '#ui/show-portal.tsx';

const texts = {
  title: { vi: 'Các lý do từ chối', en: 'Reasons of refusal' },
  lead: {
    vi: 'Mỗi câu trả lời lỗi của giao diện lập trình mang một mã trong số này.',
    en: 'Every refusal of the programming interface carries one of these codes.',
  },
  all: { vi: 'Xem tất cả các mã', en: 'See all codes' },
  status: { vi: 'Trạng thái HTTP', en: 'HTTP status' },
} satisfies Record<string, Text>;

/** Where the `type` of a problem leads: what the code means, said in words. */
export function problemPages(app: FastifyInstance, pages: PortalPages): void {
  const schema = { hide: true };
  app.get('/api/problems', { schema }, (request, reply) =>
    showPortal(pages, request, reply, { title: texts.title }, <AllProblems language={request.language} />),
  );
  app.get<{ Params: { code: string } }>('/api/problems/:code', { schema }, (request, reply) => {
    const { code } = request.params;
    const reasons = definedReasons().get(code);
    if (!reasons) throw refuse(httpReasons.page_not_found);
    const page = <OneProblem code={code} reasons={reasons} language={request.language} />;
    return showPortal(pages, request, reply, { title: code }, page);
  });
}

function AllProblems({ language }: { language: Language }) {
  const codes = [...definedReasons().keys()].sort();
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p>{texts.lead[language]}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <a href={`/api/problems/${code}`}>{code}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

type One = { code: string; reasons: readonly Reason[]; language: Language };

function OneProblem({ code, reasons, language }: One) {
  return (
    <>
      <h1>{titleOf(code)}</h1>
      <p>
        <code>{code}</code>
      </p>
      {reasons.map((reason) => (
        <div key={reason[language]} className="notice plain">
          <p>{reason[language]}</p>
          <p>
            {texts.status[language]} {reason.status}
          </p>
        </div>
      ))}
      <p>
        <a href="/api/problems">{texts.all[language]}</a>
      </p>
    </>
  );
}
