import { guessWhileTyping } from './_guess';
import { listenForKeys } from './_keys';
import { listenForChanges } from './_live';
import { offerPrinting } from './_print';
import { keepTypedText } from './_typed-text';
import '@hotwired/turbo';

// The console works without any of this: Turbo saves the reload, the stream saves asking, the keys save the mouse.
keepTypedText();
listenForChanges();
listenForKeys();
offerPrinting();
guessWhileTyping();
