export { type AboutKey, type KeyPair, makeSelfSigned, openKey, readCertificate } from './keys.ts';
export { lookAtSignatures } from './look.ts';
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
export { openPkcs12 } from './pkcs12.ts';
export { renderPdf } from './render.ts';
export { checkSignedPdf, type SignatureCheck, signPdf } from './sign.ts';
