// What a signature field and an enclosure need of the library and its type package leaves out.
declare namespace PDFKit {
  interface PDFDocument {
    ref(data: object): PdfReference;
    initForm(): this;
    _root: {
      data: {
        AcroForm: {
          data: { Fields: PdfReference[]; SigFlags?: number; NeedAppearances?: boolean | undefined };
        };
      };
    };
  }
  interface PDFPage {
    annotations: PdfReference[];
  }
  interface PdfReference {
    end(): void;
  }
  namespace Mixins {
    interface PDFAttachmentOptions {
      relationship?: 'Source' | 'Supplement';
    }
  }
}
