export {
  nationalMotto,
  type PdfBlock,
  type PdfColumn,
  type PdfEnclosure,
  type PdfFact,
  type PdfPage,
  type PdfSignatureField,
  type PdfSignatureSlot,
} from './page.ts';
export { renderPdf } from './render.ts';
