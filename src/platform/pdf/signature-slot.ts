import type { PdfSignatureSlot } from './page.ts';

/** Bytes left for the signature: a certificate of a public authority with its chain fits. */
const room = 12_000;
/** Print, and not to be moved. */
const flags = 4 + 128;
const signaturesExistAndOnlyAppend = 3;

/** Leaves in the file what `signPdf` fills. What people see of the signature is drawn on the page; the field itself has no picture. */
export function leaveRoomForSignature(doc: PDFKit.PDFDocument, slot: PdfSignatureSlot): void {
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, '**********', '**********', '**********'],
    Contents: Buffer.alloc(room),
    Name: textOf(slot.signer),
    Reason: textOf(slot.reason),
    Location: textOf(slot.place),
    M: slot.at,
  });
  const field = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: textOf('Signature'),
    Rect: [0, 0, 0, 0],
    F: flags,
    V: signature,
    P: doc.page.dictionary,
  });
  doc.page.annotations.push(field);
  doc.initForm();
  const form = doc._root.data.AcroForm.data;
  form.Fields.push(field);
  form.SigFlags = signaturesExistAndOnlyAppend;
  form.NeedAppearances = undefined; // an archivable file brings the looks of its fields, or they have none
  signature.end();
  field.end();
}

/** The library writes a plain string as a name and a String object as text. */
const textOf = (words: string): object => Object(words.normalize('NFC'));
